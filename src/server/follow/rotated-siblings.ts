import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileIdentity } from './file-change.ts'
import { inspectUnlinked } from './inspect-path.ts'
import { isRotatedName, rotatedSince } from './rotated-name.ts'

/** A file that can be what a rotation made of a log. */
export interface Sibling {
  readonly path: string
  readonly identity: FileIdentity
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
  /** When the file was made, nanoseconds since 1970; 0 where the file system does not keep it. */
  readonly born: bigint
}

/** Siblings looked at in one directory: a directory of dated logs for years has fewer. */
const MAX_SIBLINGS = 2000

/** The rotated siblings of a log, newest first; none when the directory cannot be read. */
export async function rotatedSiblings(path: string): Promise<Sibling[]> {
  const directory = dirname(path)
  const names = await readdir(directory).catch((): string[] => [])
  const candidates = names.filter((name) => isRotatedName(name, basename(path)))
  const siblings: Sibling[] = []
  for (const name of candidates.slice(0, MAX_SIBLINGS)) {
    const sibling = join(directory, name)
    const content = await inspectUnlinked(sibling)
    if (content.kind === 'absent') continue
    const { size, mtimeMs, birthtimeNs } = content.stats
    siblings.push({
      path: sibling,
      identity: content.identity,
      size: Number(size),
      modified: Number(mtimeMs),
      born: birthtimeNs,
    })
  }
  return siblings.sort((a, b) => b.modified - a.modified)
}

/**
 * What came after `rotated`, oldest first: `app.log.N-1` … `app.log.1` after `app.log.N`, unless
 * they were written to before it (some programs count the other way).
 */
export function siblingsSince(
  path: string,
  rotated: Sibling,
  siblings: readonly Sibling[],
): Sibling[] {
  return rotatedSince(path, rotated.path)
    .map((since) => siblings.find((sibling) => sibling.path === since))
    .filter((sibling) => sibling !== undefined)
    .filter((sibling) => sibling.modified >= rotated.modified)
}
