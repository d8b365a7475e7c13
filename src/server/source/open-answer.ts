import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { RemoteFailure } from '../../shared/remote-failure.ts'
import { allowRedirect, isRedirect } from './allow-redirect.ts'
import { lastEventIdHeader } from './last-event-id-header.ts'
import { type NetworkFailure, networkFailure } from './network-failure.ts'
import type { Reach } from './reach.ts'
import { resolveHost } from './resolve-host.ts'

/** One request for a stream. */
export interface StreamRequest {
  readonly url: URL
  /** Sent to the origin of `url` only, never to where it redirects. */
  readonly authorization: string | null
  readonly lastEventId: string
  /** How near the typed name was when it was first resolved; null the first time. */
  readonly pinned: Reach | null
}

/** The head of the final answer, whatever its status, or why there is none. */
export type OpenedAnswer =
  | ({ readonly kind: 'answer'; readonly reach: Reach } & BegunAnswer)
  | ({ readonly kind: 'failed' } & NetworkFailure)

interface BegunAnswer {
  readonly response: IncomingMessage
  /** What broke the body, where the response itself only says "aborted". */
  readonly broken: () => Error | null
}

/** Hops of one request, as in https://fetch.spec.whatwg.org/#http-redirect-fetch. */
const MAX_REDIRECTS = 20

/** Bytes of an answer's head: four times Node's default, for proxies with many cookies. */
const MAX_HEADER_BYTES = 64 * 1024

/** An answer's head must be there within this, in ms; streams begin at once. */
const ANSWER_TIMEOUT_MS = 30_000

/** Silence after which the system probes whether the peer is still there, in ms. */
const KEEP_ALIVE_MS = 30_000

/**
 * Asks for the stream and follows redirects. The caller owns the response. When `signal` aborts, the
 * request is dropped and the outcome, if one still comes, is to be ignored.
 */
export async function openAnswer(
  request: StreamRequest,
  signal: AbortSignal,
): Promise<OpenedAnswer> {
  let url = request.url
  let reach = request.pinned
  let typedReach: Reach | null = null
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answer = await ask(url, reach, request, signal)
    if (answer.kind === 'failed') return answer
    typedReach ??= answer.reach
    const { location } = answer.response.headers
    if (!isRedirect(answer.response.statusCode ?? 0) || location === undefined) {
      return { ...answer, reach: typedReach }
    }
    answer.response.destroy()
    const decision = allowRedirect(url, location)
    if (decision.kind === 'refused') return final({ kind: 'redirects' })
    url = decision.url
    reach = answer.reach
  }
  return final({ kind: 'redirects' })
}

async function ask(
  url: URL,
  from: Reach | null,
  request: StreamRequest,
  signal: AbortSignal,
): Promise<OpenedAnswer> {
  try {
    const host = await resolveHost(url, from)
    if (host.kind === 'too-near') return tooNear(url, url === request.url)
    signal.throwIfAborted()
    const begun = await send(url, pinnedLookup(host.addresses), headersFor(url, request), signal)
    return { kind: 'answer', ...begun, reach: host.reach }
  } catch (error) {
    return { kind: 'failed', ...networkFailure(error, 'answer') }
  }
}

/** A typed name may point farther away again later; a redirect to a near address is refused. */
function tooNear(url: URL, typed: boolean): OpenedAnswer {
  if (!typed) return final({ kind: 'redirects' })
  const detail = `${url.hostname} has turned to an address nearer to this machine than before.`
  return { kind: 'failed', reason: { kind: 'network', detail }, again: true }
}

function final(reason: RemoteFailure): OpenedAnswer {
  return { kind: 'failed', reason, again: false }
}

function headersFor(url: URL, request: StreamRequest): Record<string, string> {
  const id = lastEventIdHeader(request.lastEventId)
  return {
    accept: 'text/event-stream',
    'accept-encoding': 'identity',
    'cache-control': 'no-store',
    'user-agent': 'Rastro',
    ...(id === null ? {} : { 'last-event-id': id }),
    ...(request.authorization !== null && url.origin === request.url.origin
      ? { authorization: request.authorization }
      : {}),
  }
}

function pinnedLookup(
  addresses: readonly { readonly address: string; readonly family: number }[],
): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses
    if (options.all === true) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }
}

function send(
  url: URL,
  lookup: LookupFunction,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<BegunAnswer> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const request = (secure ? requestHttps : requestHttp)(url, {
      // A connection of its own, closed with the stream.
      agent: false,
      headers,
      lookup,
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
      // Stated, so that no environment variable can loosen it.
      ...(secure ? { rejectUnauthorized: true } : {}),
    })
    const late = setTimeout(
      () => request.destroy(new Error(`No answer within ${ANSWER_TIMEOUT_MS / 1000} s.`)),
      ANSWER_TIMEOUT_MS,
    )
    request.on('socket', (socket) => socket.setKeepAlive(true, KEEP_ALIVE_MS))
    let broken: Error | null = null
    request.on('response', (response) => {
      clearTimeout(late)
      resolve({ response, broken: () => broken })
    })
    // Node tells a parse error of the body to the request only.
    request.on('error', (error) => {
      clearTimeout(late)
      broken = error
      reject(error)
    })
    request.end()
  })
}
