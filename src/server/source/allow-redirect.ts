/** Whether a redirect is followed, as far as its address alone tells; addresses are checked by `mayReach`. */
export type RedirectDecision =
  | { readonly kind: 'follow'; readonly url: URL }
  | {
      readonly kind: 'refused'
      readonly why: 'invalid' | 'scheme' | 'downgrade' | 'credentials'
    }

/**
 * Decides about the `Location` of a redirect from `from`: only http and https, never from https
 * back to http, no user and password in it.
 */
export function allowRedirect(from: URL, location: string): RedirectDecision {
  const url = URL.parse(location, from.href)
  if (url === null) return { kind: 'refused', why: 'invalid' }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { kind: 'refused', why: 'scheme' }
  }
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    return { kind: 'refused', why: 'downgrade' }
  }
  if (url.username !== '' || url.password !== '') return { kind: 'refused', why: 'credentials' }
  url.hash = ''
  return { kind: 'follow', url }
}

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Whether a status says to look elsewhere (https://fetch.spec.whatwg.org/#redirect-status). */
export function isRedirect(status: number): boolean {
  return REDIRECT_STATUSES.has(status)
}
