/** What stands secret in a stream's address: values of its query that let their holder in. */

/**
 * Names of such values, as they are written in the wild: `token`, `access_token`, `api-key`,
 * `X-Amz-Signature`. One too many costs the user a question after a restart, one too few a secret on a
 * disk; so `key` and `sig` count.
 */
const SECRET_NAME =
  /(?:token|secret|password|passwd|apikey|signature|credentials?)$|(?:^|[-_.])(?:key|pwd|sig|jwt|auth|authorization|session|sid)$/i

/** An address without its secrets: fit to be shown, written to a disk and compared. */
export function withoutSecrets(address: string): string {
  return mapQuery(address, (parts) => parts.filter((part) => !isSecret(part)))
}

/** The address with its secrets left blank, so that each can be put back where it stood. */
export function withBlankSecrets(address: string): string {
  return mapQuery(address, (parts) =>
    parts.map((part) => (isSecret(part) ? `${nameOf(part)}=` : part)),
  )
}

/** The names of the secrets that an address holds, as they are written there. */
export function secretsOf(address: string): readonly string[] {
  const names: string[] = []
  mapQuery(address, (parts) => {
    names.push(...parts.filter((part) => isSecret(part) && part !== `${nameOf(part)}=`).map(nameOf))
    return parts
  })
  return names
}

/** The address with this secret, in the place that was left blank for it or at the end of the query. */
export function withSecret(address: string, name: string, secret: string): string {
  const given = `${name}=${escaped(secret)}`
  const isPlace = (part: string) => nameOf(part) === name
  const query = (parts: readonly string[]) =>
    parts.some(isPlace)
      ? parts.map((part) => (isPlace(part) ? given : part))
      : [...parts.filter((part) => part !== ''), given]
  return address.includes('?') ? mapQuery(address, query) : withQuery(address, given)
}

function withQuery(address: string, query: string): string {
  const fragment = address.indexOf('#')
  const end = fragment === -1 ? address.length : fragment
  return `${address.slice(0, end)}?${query}${address.slice(end)}`
}

function mapQuery(
  address: string,
  change: (parts: readonly string[]) => readonly string[],
): string {
  return address.replace(/\?[^#]*/, (query) => {
    const parts = change(query.slice(1).split('&'))
    return parts.length === 0 ? '' : `?${parts.join('&')}`
  })
}

function isSecret(part: string): boolean {
  return part.includes('=') && SECRET_NAME.test(unescaped(nameOf(part)))
}

function nameOf(part: string): string {
  const end = part.indexOf('=')
  return end === -1 ? part : part.slice(0, end)
}

/** As little as the query needs, so that the address is the one that was typed before. */
function escaped(secret: string): string {
  return secret.replace(/[^A-Za-z0-9\-._~!$'()*,;:@/?=]/gu, (character) =>
    encodeURIComponent(character),
  )
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    // A percent sign that escapes nothing: the name is what it is.
    return name
  }
}
