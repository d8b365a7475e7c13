/** Longer addresses are no link that a person reads before agreeing to it; the app refuses them too. */
const MAX_LINK_LENGTH = 2048

/**
 * An address out of a log that may be opened, as the browser writes it; null for any other: only http
 * and https, since other schemes start programs, and none with credentials, which hide the real host.
 */
export function safeLink(address: string): string | null {
  if (address.length > MAX_LINK_LENGTH || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '' || url.href.length > MAX_LINK_LENGTH) return null
  return url.href
}
