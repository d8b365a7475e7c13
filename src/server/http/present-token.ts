import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'
import { isPagePath, pathOf } from './page-path.ts'
import { queryOf } from './query-of.ts'
import { cookieValueOf, createSecretCheck } from './token.ts'

/** What a request brought to show that it may come in. */
export type Presented =
  | { readonly kind: 'right' }
  /** It stood in a page's address: it goes into the cookie, and out of the address. */
  | { readonly kind: 'right-in-address' }
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong' }

/** The cookie of one server; the port in its name keeps servers of one host apart. */
export interface TokenCookie {
  readonly name: string
  readonly value: string
}

/** The cookie for a server that listens on `port`. */
export function tokenCookie(token: string, port: number): TokenCookie {
  return { name: `rastro-${port}`, value: cookieValueOf(token) }
}

/** Makes the check of what requests bring: a bearer token, the cookie, or a page's `?token=`. */
export function createTokenCheck(
  token: string,
  cookie: TokenCookie,
): (request: IncomingMessage) => Presented {
  const isToken = createSecretCheck(token)
  const isCookie = createSecretCheck(cookie.value)
  return (request) => {
    const inAddress = tokenInAddress(request)
    if (inAddress !== null) return { kind: isToken(inAddress) ? 'right-in-address' : 'wrong' }
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const baked = parseCookie(request.headers.cookie ?? '')[cookie.name]
    if (bearer !== undefined && isToken(bearer)) return { kind: 'right' }
    if (baked !== undefined && isCookie(baked)) return { kind: 'right' }
    const broughtNone = request.headers.authorization === undefined && baked === undefined
    return { kind: broughtNone ? 'none' : 'wrong' }
  }
}

function tokenInAddress(request: IncomingMessage): string | null {
  const target = request.url ?? ''
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return isRead && isPagePath(pathOf(target)) ? queryOf({ url: target }).get('token') : null
}
