import { statfs } from 'node:fs/promises'
import process from 'node:process'
import { parseSize } from './parse-size.ts'

/** What a large log is, and what is taken where there is no room for it. */
const LARGE_BYTES = parseSize('10GiB') ?? 0
const SMALLER_BYTES = parseSize('1GiB') ?? 0

/** What must stay free beside it, on the disk and in memory, in bytes. */
const SPARE_BYTES = parseSize('2GiB') ?? 0

/**
 * The size of the log for suites about large logs: what was asked for; else 10 GiB, when the disk of
 * `folder` and the page cache have room for it; else 1 GiB.
 */
export async function largeSize(asked: number | null, folder: string): Promise<number> {
  if (asked !== null) return asked
  const { bavail, bsize } = await statfs(folder)
  const room = Math.min(bavail * bsize, process.availableMemory())
  return room >= LARGE_BYTES + SPARE_BYTES ? LARGE_BYTES : SMALLER_BYTES
}
