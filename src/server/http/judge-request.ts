import type { ApiErrorCode } from '../../shared/protocol.ts'
import { hostValues, type OwnNames } from './own-names.ts'
import { isPagePath, pathOf } from './page-path.ts'

/** What a request says about who sent it. Lists hold every occurrence of a header field. */
export interface RequestFacts {
  readonly method: string
  readonly target: string
  readonly hosts: readonly string[]
  readonly origins: readonly string[]
  readonly fetchSite: string | undefined
  readonly fetchMode: string | undefined
  readonly fetchDest: string | undefined
  readonly preflightMethod: string | undefined
  /** The address of this machine on which the connection came in, and the port. */
  readonly localAddress: string | undefined
  readonly port: number
}

/** Whether a request may go on, and if not, how it is refused. */
export type Judgement =
  /** `origin` may read the answer, when the request names one. */
  | { readonly kind: 'admitted'; readonly origin: string | null }
  | { readonly kind: 'preflight'; readonly origin: string }
  | {
      readonly kind: 'refused'
      readonly code: ApiErrorCode
      readonly status: number
      readonly detail: string
    }

/**
 * Decides from its headers alone whether a request may go on to the token. Only `Host`, `Origin`
 * and the Fetch metadata count; X-Forwarded-*, X-Original-URL and method overrides are never read.
 */
export function judgeRequest(facts: RequestFacts, own: OwnNames): Judgement {
  return (
    judgeTarget(facts.target) ??
    judgeHost(facts, own) ??
    judgeOrigin(facts, own) ??
    admit(facts, facts.origins[0] ?? null)
  )
}

function judgeTarget(target: string): Judgement | null {
  // Absolute targets are for proxies, `*` for whole servers; Rastro is neither.
  if (!target.startsWith('/')) return refused('bad-request', 400, 'The request target is no path.')
  try {
    if (!decodeURIComponent(pathOf(target)).includes('\0')) return null
  } catch (error) {
    if (!(error instanceof URIError)) throw error
  }
  return refused('bad-request', 400, 'The path has a malformed escape.')
}

function judgeHost(facts: RequestFacts, own: OwnNames): Judgement | null {
  const [host] = facts.hosts
  if (host === undefined || facts.hosts.length > 1) {
    return refused('forbidden-host', 400, 'A request needs exactly one Host.')
  }
  const name = host.toLowerCase()
  if (own.hosts.has(name)) return null
  // An address cannot be rebound: who names the one it connected to, reached this server on purpose.
  const { localAddress } = facts
  if (localAddress !== undefined && hostValues(localAddress, facts.port).includes(name)) return null
  return refused('forbidden-host', 403, 'This server does not answer under that Host.')
}

function judgeOrigin(facts: RequestFacts, own: OwnNames): Judgement | null {
  const [origin] = facts.origins
  if (origin !== undefined) {
    return facts.origins.length === 1 && isAllowedOrigin(origin, facts, own)
      ? null
      : refused('forbidden-origin', 403, 'This origin may not read from this server.')
  }
  switch (facts.fetchSite) {
    // Not a browser, the page itself, or a person with an address.
    case undefined:
    case 'same-origin':
    case 'none':
      return null
    default:
      // Same-site is as foreign as cross-site: every port of localhost is the same site.
      return isNavigationToPage(facts)
        ? null
        : refused('forbidden-origin', 403, 'Another site may not use this server.')
  }
}

function isAllowedOrigin(origin: string, facts: RequestFacts, own: OwnNames): boolean {
  if (own.origins.has(origin)) return true
  const { localAddress, port } = facts
  return (
    localAddress !== undefined &&
    hostValues(localAddress, port).some((host) => origin === `http://${host}`)
  )
}

function isNavigationToPage(facts: RequestFacts): boolean {
  return (
    (facts.method === 'GET' || facts.method === 'HEAD') &&
    facts.fetchMode === 'navigate' &&
    facts.fetchDest === 'document' &&
    isPagePath(pathOf(facts.target))
  )
}

function admit(facts: RequestFacts, origin: string | null): Judgement {
  return facts.method === 'OPTIONS' && origin !== null && facts.preflightMethod !== undefined
    ? { kind: 'preflight', origin }
    : { kind: 'admitted', origin }
}

function refused(code: ApiErrorCode, status: number, detail: string): Judgement {
  return { kind: 'refused', code, status, detail }
}
