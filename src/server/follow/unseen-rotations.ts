import { type FileIdentity, sameFile } from './file-change.ts'
import { rotatedSiblings, siblingsSince } from './rotated-siblings.ts'

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
): Promise<string[]> {
  const siblings = await rotatedSiblings(path)
  const renamed = siblings.find((sibling) => sameFile(sibling.identity, old))
  const shifted = renamed === undefined ? [] : siblingsSince(path, renamed, siblings)
  const born = siblings
    .filter((sibling) => sibling.size > 0 && sibling.born >= lastSeen - CLOCK_STEP_MS)
    .toSorted((a, b) => a.born - b.born)
  return [...new Set([...shifted, ...born])].map((sibling) => sibling.path)
}
