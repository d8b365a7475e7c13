import { sticky } from './sticky.ts'

const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'

/** An IPv4 address in dots, with the length of its net where it has one. */
export const readIpv4 = sticky(
  new RegExp(`${BYTE}(?:\\.${BYTE}){3}(?:/\\d{1,2})?(?![\\w]|\\.\\d)`, 'y'),
)

/** Looks like one: groups of up to four hexadecimal digits between colons, the last in dots perhaps. */
const readGroups = sticky(
  /(?:[0-9a-fA-F]{0,4}:){2,8}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{0,4})(?:%\w{1,15})?(?:\/\d{1,3})?/y,
)

const MAX_GROUPS = 8

/** An IPv6 address (RFC 4291, section 2.2): eight groups, or fewer with one `::` for those left out. */
export function readIpv6(text: string, at: number): number {
  const end = readGroups(text, at)
  if (end === -1 || text.charAt(at - 1) === ':') return -1
  const next = text.charAt(end)
  if (next === ':' || /\w/.test(next)) return -1
  const address = text.slice(at, end).replace(/[%/].*$/, '')
  const halves = address.split('::')
  if (halves.length > 2) return -1
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (groups.includes('')) return -1
  const count = groups.length + (address.includes('.') ? 1 : 0)
  const isShort = halves.length === 2
  // `::` alone is an address too, but most often it stands between the names of a program.
  if (groups.length === 0) return -1
  return isShort ? (count < MAX_GROUPS ? end : -1) : count === MAX_GROUPS ? end : -1
}
