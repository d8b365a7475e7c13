import type { Dirent } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { isLogLikeName } from './log-like-name.ts'
import type { Place } from './place.ts'

/** A folder or a pattern: a place with any number of logs. */
export type Places = Exclude<Place, { kind: 'file' }>

/** A file that belongs to a place. */
export interface FoundLog {
  readonly path: string
  /** When it was last written to, milliseconds since 1970. */
  readonly modified: number
}

/** Folders below a pattern's base that `**` goes down at most; deeper trees are no folders of logs. */
const MAX_DEPTH = 8

/** Entries looked at in one search: a folder of logs has hundreds, a whole disk has millions. */
const MAX_ENTRIES = 20_000

/** How many folders down the logs of a place can lie: 0 is the folder itself. */
export function depthOf(place: Places): number {
  if (place.kind === 'folder') return 0
  const parts = place.pattern.split('/')
  return parts.includes('**') ? MAX_DEPTH : Math.min(parts.length - 1, MAX_DEPTH)
}

/**
 * The logs that belong to a place now, in the order of their names. Links are not followed, neither
 * to files nor to folders: what is outside of the place was not opened. A folder that cannot be read
 * has no logs; whoever asks, asks again. Never rejects.
 */
export async function findLogs(place: Places): Promise<readonly FoundLog[]> {
  const found: FoundLog[] = []
  let looked = 0
  const search = async (folder: string, inside: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(folder, MAX_ENTRIES - looked)) {
      looked += 1
      const path = join(folder, entry.name)
      const relative = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory() && depth > 0) await search(path, relative, depth - 1)
      if (!entry.isFile() || !belongs(place, relative)) continue
      const modified = await modifiedAt(path)
      if (modified !== null) found.push({ path, modified })
    }
  }
  await search(place.base, '', depthOf(place))
  return found.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
}

function belongs(place: Places, relative: string): boolean {
  return place.kind === 'folder'
    ? isLogLikeName(relative)
    : posix.matchesGlob(relative, place.pattern)
}

async function entriesOf(folder: string, most: number): Promise<Dirent[]> {
  const entries: Dirent[] = []
  if (most <= 0) return entries
  try {
    for await (const entry of await opendir(folder)) {
      entries.push(entry)
      if (entries.length >= most) break
    }
  } catch {
    // Missing, denied, removed while it was read: what was read of it counts, the rest has to wait.
  }
  return entries
}

async function modifiedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs
  } catch {
    // Removed since the folder was read.
    return null
  }
}
