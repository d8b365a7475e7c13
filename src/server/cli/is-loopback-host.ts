import { BlockList, isIP } from 'node:net'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/**
 * Whether only this machine can reach a server that listens on `host`. Of the names only localhost
 * counts (RFC 6761 section 6.3); any other may resolve to anything.
 */
export function isLoopbackHost(host: string): boolean {
  const family = isIP(host)
  if (family === 0) return host.toLowerCase() === 'localhost'
  // An IPv4-mapped IPv6 address counts as the IPv4 address that it is.
  return LOOPBACK.check(host, family === 4 ? 'ipv4' : 'ipv6')
}
