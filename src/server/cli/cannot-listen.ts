import type { Sentences } from './sentences.ts'

/** The user's sentence for why nothing can listen on an address; `code` is the system's. */
export function cannotListen(
  code: string | null,
  host: string,
  port: number,
  say: Sentences,
): string {
  switch (code) {
    case 'EADDRINUSE':
      return say.portTaken(host, port)
    case 'EACCES':
      return say.portDenied(port)
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return say.foreignHost(host)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say.unknownHost(host)
    default:
      return say.cannotListen(host, port, code ?? '?')
  }
}
