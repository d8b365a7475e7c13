import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { ApiFailure } from './api-failure.ts'

/** The longest body that is read, in bytes: an address of 8 192 characters with room to spare. */
const MAX_BODY_BYTES = 64 * 1024

/**
 * How long a client may go on sending a body that nobody reads after it was answered. Closing at
 * once would reset the connection, and with it the answer that the client did not read yet.
 */
const LINGER_MS = 500

const METHODS_WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Refuses bodies by their header, before a byte of them is read. */
export const boundBody: RequestHandler = (request, response, next) => {
  response.once('finish', () => lingerAfter(request))
  if (!hasBody(request)) {
    next()
    return
  }
  if (!METHODS_WITH_BODY.has(request.method)) {
    throw new ApiFailure('bad-request', 'A request of this method carries no body.')
  }
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    throw tooLarge()
  }
  // A form of a foreign page can send text/plain and urlencoded bodies unasked, JSON it cannot.
  if (!request.is('application/json')) {
    throw new ApiFailure('bad-request', 'A body must be application/json.', { status: 415 })
  }
  next()
}

/**
 * Reads a JSON body into `request.body`; undefined when there is none. Express's own reader answers a
 * body over its limit only when all of it came, which an endless one never does.
 */
export const readJson: RequestHandler = async (request, _response, next) => {
  if (hasBody(request)) request.body = parse(await readText(request))
  next()
}

async function readText(request: IncomingMessage): Promise<string> {
  if (request.headers['content-encoding'] !== undefined) {
    throw new ApiFailure('bad-request', 'A body must not be compressed.', { status: 415 })
  }
  const pieces: Buffer[] = []
  let bytes = 0
  // Left as it is when reading stops early: its connection still carries the answer.
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    bytes += piece.length
    if (bytes > MAX_BODY_BYTES) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiFailure('bad-request', 'The body is no JSON.')
  }
}

function tooLarge(): ApiFailure {
  return new ApiFailure('too-large', `A body has at most ${MAX_BODY_BYTES} bytes.`)
}

function hasBody(request: IncomingMessage): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? 0) > 0
  )
}

/** Node reads on and drops a body that was not asked for, without end: this gives it an end. */
function lingerAfter(request: IncomingMessage): void {
  if (request.complete) return
  const { socket } = request
  const timer = setTimeout(() => socket.destroy(), LINGER_MS)
  request.once('close', () => clearTimeout(timer))
}
