import { createServer, type Socket } from 'node:net'
import { listen } from './listen.ts'

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
  const port = await listen(server)
  return {
    origin: `http://127.0.0.1:${port}`,
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
