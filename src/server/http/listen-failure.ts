/** Why a server cannot listen, as a sentence with the address and the cure in it. */
export function listenFailure(code: string | undefined, host: string, port: number): string {
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`
  switch (code) {
    case 'EADDRINUSE':
      return `Cannot listen on ${address}: another program uses this port. Choose another one, or 0 for any free port.`
    case 'EACCES':
      return `Cannot listen on ${address}: this user may not use this port. Choose one from 1024 on.`
    case 'EADDRNOTAVAIL':
      return `Cannot listen on ${address}: this machine has no such address.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Cannot listen on ${address}: the name ${host} is not known.`
    case 'EAFNOSUPPORT':
      return `Cannot listen on ${address}: this machine does not speak this kind of address.`
    default:
      return `Cannot listen on ${address}: ${code ?? 'the system gave no reason'}.`
  }
}
