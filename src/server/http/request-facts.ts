import type { IncomingMessage } from 'node:http'
import type { RequestFacts } from './judge-request.ts'

/** Reads from a request what {@link judgeRequest} decides on. */
export function requestFacts(request: IncomingMessage): RequestFacts {
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    hosts: everyValue(request, 'host'),
    origins: everyValue(request, 'origin'),
    fetchSite: single(request, 'sec-fetch-site'),
    fetchMode: single(request, 'sec-fetch-mode'),
    fetchDest: single(request, 'sec-fetch-dest'),
    preflightMethod: single(request, 'access-control-request-method'),
    localAddress: request.socket.localAddress?.replace(/^::ffff:(?=\d+\.)/i, ''),
    port: request.socket.localPort ?? 0,
  }
}

/** `request.headers` keeps only the first Host; a second one is how requests are smuggled. */
function everyValue(request: IncomingMessage, name: string): readonly string[] {
  return request.rawHeaders.filter(
    (_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === name,
  )
}

function single(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}
