/** What this server is called: the `Host` values and the origins under which it answers. */
export interface OwnNames {
  readonly hosts: ReadonlySet<string>
  readonly origins: ReadonlySet<string>
}

/**
 * The `Host` values of one name and port, in lower case. Clients leave the port away only when it is
 * the scheme's own, 80 (RFC 9110 section 7.2).
 */
export function hostValues(name: string, port: number): readonly string[] {
  const host = bracketed(name.toLowerCase())
  return port === 80 ? [host, `${host}:80`] : [`${host}:${port}`]
}

/**
 * `names` are host names and addresses without brackets. The loopback ones always belong to it: a
 * name that points at this machine from outside (DNS rebinding) is not among them and is refused.
 */
export function ownNames(
  names: readonly string[],
  port: number,
  allowOrigins: readonly string[],
): OwnNames {
  const own = ['127.0.0.1', 'localhost', '::1', ...names]
  const hosts = new Set(own.flatMap((name) => hostValues(name, port)))
  const origins = own.map((name) => `http://${bracketed(name.toLowerCase())}${suffix(port)}`)
  return { hosts, origins: new Set([...origins, ...allowOrigins]) }
}

/**
 * Whether a text is an origin as a browser writes it. `null`, which every sandboxed page says, is
 * none, and neither is a pattern.
 */
export function isOrigin(text: string): boolean {
  return URL.parse(text)?.origin === text && /^https?:[^*]+$/.test(text)
}

/** An IPv6 address as it stands in a URL; other names as they are. */
export function bracketed(name: string): string {
  return name.includes(':') ? `[${name}]` : name
}

function suffix(port: number): string {
  return port === 80 ? '' : `:${port}`
}
