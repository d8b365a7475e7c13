import { createHash, timingSafeEqual } from 'node:crypto'

/** How a token may look: what fits a header field and an address without quoting. */
const TOKEN = /^[A-Za-z0-9._~+/=-]{1,256}$/

/** Whether a text can be a token. */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}

/**
 * The value of the cookie that stands for a token: made from it, so that the token itself is not
 * written to a browser's disk.
 */
export function cookieValueOf(token: string): string {
  return createHash('sha256').update('rastro cookie\n').update(token).digest('base64url')
}

/**
 * Makes the comparison with one secret. Its time does not depend on where two texts differ: digests
 * of one length are compared, and all of them.
 */
export function createSecretCheck(secret: string): (candidate: string) => boolean {
  const expected = digest(secret)
  return (candidate) => timingSafeEqual(digest(candidate), expected)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
