import type { Server } from 'node:net'

/** Lets any server listen on loopback, at a free port unless one is named, and answers the port. */
export async function listen(server: Server, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') {
    throw new TypeError('A listening TCP server has an address with a port.')
  }
  return bound.port
}
