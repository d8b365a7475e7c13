import { createHash } from 'node:crypto'
import type { KeptIndex } from './kept-index.ts'

/** 64 bits of a path's hash: names stay short, and a collision costs one look at a wrong index. */
const PATH_HASH_LETTERS = 16

/** What the names of all files of the cache end with; whatever else lies in the folder is left alone. */
const EXTENSION = '.index'

const NAME = /^[0-9a-f]{16}-(-?[0-9a-z]+)-(-?[0-9a-z]+)\.index$/

/** The name of the file that keeps the index of a log: it tells the log's path and its file apart. */
export function keptIndexName(path: string, { device, inode }: KeptIndex['identity']): string {
  return `${hashOf(path)}-${device.toString(36)}-${inode.toString(36)}${EXTENSION}`
}

export function isKeptIndexName(name: string): boolean {
  return NAME.test(name)
}

/**
 * Which of these files can be the log's, likeliest first: that of the same file, under whatever path
 * (rotated files are renamed), then those of the same path (devices get other numbers at a restart,
 * and a log that was copied to another disk has another inode). What they say is verified anyway.
 */
export function likelyNames(
  names: readonly string[],
  path: string,
  { device, inode }: KeptIndex['identity'],
): string[] {
  const sameFile = `-${device.toString(36)}-${inode.toString(36)}${EXTENSION}`
  const samePath = `${hashOf(path)}-`
  const ours = names.filter(
    (name) => isKeptIndexName(name) && (name.endsWith(sameFile) || name.startsWith(samePath)),
  )
  const rank = (name: string) =>
    (name.endsWith(sameFile) ? 2 : 0) + Number(name.startsWith(samePath))
  return ours.toSorted((a, b) => rank(b) - rank(a))
}

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, PATH_HASH_LETTERS)
}
