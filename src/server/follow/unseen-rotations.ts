import { basename } from 'node:path'
import { type FileIdentity, sameFile } from './file-change.ts'
import { rotationCount } from './rotated-name.ts'
import { rotatedSiblings, type Sibling, siblingsSince } from './rotated-siblings.ts'

/**
 * How far a file's birth may lie before the clock that we read, in ms: the kernel stamps files with
 * a clock that moves in steps of up to 10 ms.
 */
const CLOCK_STEP_MS = 20

/**
 * The files that came to a path and were rotated away again between two looks, oldest first. Two
 * signs tell them: `app.log.2` is the file that was followed, so `app.log.1` came after it; or a
 * sibling was born after the path was last seen with the old file (`lastSeen`, milliseconds since
 * 1970). A file that is already known is none of them.
 */
export async function unseenRotations(
  path: string,
  old: FileIdentity,
  lastSeen: number,
): Promise<Sibling[]> {
  const siblings = await rotatedSiblings(path)
  const renamed = siblings.find((sibling) => sameFile(sibling.identity, old))
  const shifted = renamed === undefined ? [] : siblingsSince(path, renamed, siblings)
  const since = BigInt(lastSeen - CLOCK_STEP_MS) * 1_000_000n
  const born = siblings
    .filter((sibling) => sibling.size > 0 && sibling.born >= since)
    .toSorted((a, b) => byBirth(a, b, basename(path)))
  return [...new Set([...shifted, ...born])]
}

/**
 * Files that were born within one step of the clock are told apart by their names: `app.log.2` is
 * older than `app.log.1`, and of dates and counters the smaller one is older.
 */
function byBirth(a: Sibling, b: Sibling, logName: string): number {
  if (a.born !== b.born) return a.born < b.born ? -1 : 1
  const [countA, countB] = [a, b].map(({ path }) => rotationCount(basename(path), logName))
  if (countA != null && countB != null) return countB - countA
  return a.path.localeCompare(b.path, 'en', { numeric: true })
}
