import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'

/** Where to listen. */
export interface ListenAddress {
  /** The name or address as it was given, without brackets. */
  readonly host: string
  /** The address behind it. */
  readonly address: string
}

/**
 * Finds the address to listen on. A name with several gets its IPv4 one, so that `localhost` means
 * the same on every machine. Rejects as the system's resolver does.
 */
export async function listenAddress(given: string): Promise<ListenAddress> {
  const host = given.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) !== 0) return { host, address: host }
  const { address } = await lookup(host, { order: 'ipv4first' })
  return { host, address }
}
