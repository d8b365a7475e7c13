import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { listen } from './listen.ts'

/** One request that the peer got, with the response to script. */
export interface PeerRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** How many requests came before this one. */
  readonly index: number
}

/** A scripted HTTP server on a real socket; every answer is up to `answer`. */
export interface SsePeer {
  readonly origin: string
  readonly port: number
  /** Headers and paths of all requests so far. */
  readonly requests: readonly {
    readonly url: string
    readonly headers: IncomingMessage['headers']
    /** Header names and values as they came, for what `headers` folds. */
    readonly rawHeaders: readonly string[]
  }[]
  /** Ends all connections at once and frees the port. */
  close(): Promise<void>
}

export async function startSsePeer(
  answer: (request: PeerRequest) => void,
  port = 0,
): Promise<SsePeer> {
  const requests: SsePeer['requests'][number][] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const { url = '', headers, rawHeaders } = request
    requests.push({ url, headers, rawHeaders })
    answer({ request, response, index: requests.length - 1 })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const bound = await listen(server, port)
  return {
    origin: `http://127.0.0.1:${bound}`,
    port: bound,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Begins a good event stream on `response`. */
export function beginStream(response: ServerResponse, text = ''): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.flushHeaders()
  if (text !== '') response.write(text)
  return response
}
