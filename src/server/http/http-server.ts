import { createServer, type Server } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { ConnectionLimit } from './connection-limit.ts'

/** Request line and header fields together, in bytes: a page's own are under 2 KiB. */
const MAX_HEADER_BYTES = 16 * 1024
/** How long a client may take for its header: a slow one on a bad line is done in 1 s. */
const HEADERS_TIMEOUT_MS = 10_000
/** The same for header and body; answers, streams among them, may take as long as they like. */
const REQUEST_TIMEOUT_MS = 30_000
/** How often the two are looked after; Node's 30 s would make them 40 and 60. */
const TIMEOUT_CHECK_MS = 1000
/** How long a connection is kept for the next request: longer than a page pauses between two. */
const KEEP_ALIVE_MS = 15_000
/** After this time without a byte the system asks whether the other machine is still there. */
const TCP_KEEP_ALIVE_AFTER_MS = 60_000
/** How long a client has to read why its junk was refused, in ms, before the connection is cut. */
const REFUSAL_LINGER_MS = 500

/** An HTTP server with bounds on everything a client can make it hold; it has no handler yet. */
export function createHttpServer(): Server {
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAlive: true,
    keepAliveInitialDelay: TCP_KEEP_ALIVE_AFTER_MS,
    noDelay: true,
  })
  const connections = new ConnectionLimit()
  server.on('connection', (socket) => connections.opened(socket))
  server.on('request', ({ socket }, response) => {
    connections.requestBegan(socket)
    response.once('close', () => connections.requestEnded(socket))
    // Writing to a client that just left is no failure; without a listener it would end the process.
    response.on('error', () => response.destroy())
  })
  const refused = new WeakSet<Duplex>()
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // It is told again for every further piece that such a client sends.
    if (refused.has(socket)) return
    refused.add(socket)
    refuseJunk(error.code, socket)
  })
  return server
}

function refuseJunk(code: string | undefined, socket: Duplex): void {
  // After an answer began, a second status line would be read as part of it.
  if (!(socket instanceof Socket && socket.writable && socket.bytesWritten === 0)) {
    socket.destroy()
    return
  }
  socket.end(`HTTP/1.1 ${statusOf(code)}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  setTimeout(() => socket.destroy(), REFUSAL_LINGER_MS).unref()
}

function statusOf(code: string | undefined): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return '431 Request Header Fields Too Large'
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return '408 Request Timeout'
    default:
      return '400 Bad Request'
  }
}
