/** Longer addresses are no link that a person reads before agreeing to it; browsers cut at about 2 000. */
const MAX_OUTSIDE_LENGTH = 2048

/**
 * The address in the form in which it may leave for the system's browser, or null: only http and
 * https, since any other scheme starts a program (`ms-msdt:`, `smb:`, `file:`), and none with
 * credentials, which hide the real host.
 */
export function outsideAddress(address: string): string | null {
  if (address.length > MAX_OUTSIDE_LENGTH || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  return url.username === '' && url.password === '' ? url.href : null
}
