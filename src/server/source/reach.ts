import { BlockList, isIPv6 } from 'node:net'

/** How near to this machine an address is: what a stranger must not be able to steer us at. */
export type Reach = 'public' | 'private' | 'link-local' | 'loopback'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')
// The unspecified addresses reach this machine on Linux and macOS.
loopback.addSubnet('0.0.0.0', 8, 'ipv4')
loopback.addAddress('::', 'ipv6')

const linkLocal = new BlockList()
// Also the address of the cloud providers' metadata services, which hand out credentials.
linkLocal.addSubnet('169.254.0.0', 16, 'ipv4')
linkLocal.addSubnet('fe80::', 10, 'ipv6')

/** RFC 1918, RFC 6598 (shared), RFC 4193 (unique local), RFC 2544 (benchmarks), RFC 6890. */
const privateNets = new BlockList()
privateNets.addSubnet('10.0.0.0', 8, 'ipv4')
privateNets.addSubnet('172.16.0.0', 12, 'ipv4')
privateNets.addSubnet('192.168.0.0', 16, 'ipv4')
privateNets.addSubnet('100.64.0.0', 10, 'ipv4')
privateNets.addSubnet('198.18.0.0', 15, 'ipv4')
privateNets.addSubnet('192.0.0.0', 24, 'ipv4')
privateNets.addSubnet('fc00::', 7, 'ipv6')

/** The reach of an IP address; IPv4 addresses written as IPv6 (`::ffff:127.0.0.1`) count as IPv4. */
export function reachOf(address: string): Reach {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  if (loopback.check(address, family)) return 'loopback'
  if (linkLocal.check(address, family)) return 'link-local'
  if (privateNets.check(address, family)) return 'private'
  return 'public'
}

const NEARNESS: Readonly<Record<Reach, number>> = {
  public: 0,
  private: 1,
  'link-local': 1,
  loopback: 2,
}

/**
 * Whether something at `from` may send us to `to`: never nearer than it is itself, and to
 * link-local addresses only from there. What the user typed is not asked: it may be anywhere.
 */
export function mayReach(from: Reach, to: Reach): boolean {
  if (to === 'link-local') return from === 'link-local'
  return NEARNESS[to] <= NEARNESS[from]
}

/** The farthest reach among the addresses of one name; throws on an empty list. */
export function farthestReach(addresses: readonly string[]): Reach {
  return addresses
    .map(reachOf)
    .reduce((far, reach) => (NEARNESS[reach] < NEARNESS[far] ? reach : far))
}
