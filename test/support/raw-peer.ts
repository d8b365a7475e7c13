import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A TCP server whose answers are bytes: for what no HTTP library would send. */
export interface RawPeer {
  readonly origin: string
  readonly connections: number
  close(): Promise<void>
}

/** `answer` is called for each connection once the request's first bytes came. */
export async function startRawPeer(answer: (socket: Socket) => void): Promise<RawPeer> {
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // The client is meant to hang up in the middle.
    socket.on('error', () => socket.destroy())
    socket.once('data', () => answer(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
