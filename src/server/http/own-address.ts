import { isLoopback } from './loopback.ts'

/** Every address of a machine at once; to connect to it means to connect to oneself. */
const UNSPECIFIED: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/**
 * Makes the test whether an address that a person typed leads back to this server. `names` are the
 * host names and addresses under which it can be reached, besides those of loopback.
 */
export function createOwnAddressTest(
  names: readonly string[],
  port: number,
): (url: URL) => boolean {
  const own = new Set(names.map((name) => name.toLowerCase()))
  return (url) => {
    if (portOf(url) !== port) return false
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
    return (
      own.has(host) ||
      UNSPECIFIED.has(host) ||
      isLoopback(host) ||
      host === 'localhost' ||
      host.endsWith('.localhost')
    )
  }
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}
