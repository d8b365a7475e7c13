import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Characters of the host kept in the file's name: enough to know it, far below NAME_MAX (255). */
const READABLE_LENGTH = 60

/** Hexadecimal digits of the address's hash: 64 bits, so that two streams never share a spool. */
const HASH_LENGTH = 16

/**
 * The spool of the stream at `url`: the same one at every start. Only the host is readable; path
 * and query are in the hash. Servers that read it at the same time have one each, by number from 1 on.
 */
export function spoolPath(dataFolder: string, url: URL, number = 1): string {
  const host = url.host.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, READABLE_LENGTH)
  const hash = createHash('sha256').update(url.href).digest('hex').slice(0, HASH_LENGTH)
  const own = number === 1 ? '' : `-${number}`
  return join(dataFolder, 'remote', `${host}-${hash}${own}.log`)
}
