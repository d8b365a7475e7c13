import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { farthestReach, mayReach, type Reach, reachOf } from './reach.ts'

/** The addresses that a name may be reached at now. */
export type ResolvedHost =
  | {
      readonly kind: 'resolved'
      readonly addresses: readonly LookupAddress[]
      readonly reach: Reach
    }
  /** The name has only addresses that are nearer than `from` allows. */
  | { readonly kind: 'too-near' }

/**
 * Resolves the host of `url` once; the connection must use these addresses and ask nobody again, or
 * a name could point elsewhere after the check (DNS rebinding). `from` bounds how near they may be;
 * null for what the user typed. Rejects as `dns.lookup` does.
 */
export async function resolveHost(url: URL, from: Reach | null): Promise<ResolvedHost> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const all = family === 0 ? await lookup(host, { all: true }) : [{ address: host, family }]
  if (all.length === 0) throw new Error(`${host} has no address.`)
  const bound = from ?? farthestReach(all.map(({ address }) => address))
  const addresses = all.filter(({ address }) => mayReach(bound, reachOf(address)))
  if (addresses.length === 0) return { kind: 'too-near' }
  return {
    kind: 'resolved',
    addresses,
    reach: farthestReach(addresses.map(({ address }) => address)),
  }
}
