import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SuiteSetting } from '../suite.ts'
import { withReader } from './with-reader.ts'
import { writeFlow } from './write-flow.ts'

const LARGE_LOG_LINES = 10_000_000
const JUMPS = 40

export const FOLLOW_SECONDS = 600
/** Until the caches are full, which are bounded. */
const WARM_SECONDS = 60
export const FOLLOW_LINES_PER_SECOND = 2_000

/** What the scripts of a page hold, in MiB. */
export interface PageMemory {
  /** With a log of ten million lines, all over which one went, over a page with an empty one. */
  readonly largeMiB: number
  /** After minutes of following, over the first of them. */
  readonly followedMiB: number
}

export async function memoryOfPage(setting: SuiteSetting): Promise<PageMemory> {
  const { folder, signal, data } = setting
  const large = await data.get('short', LARGE_LOG_LINES * 12, signal)
  const path = join(folder, 'empty.log')
  await writeFile(path, 'first\n')
  const mib = (bytes: number): number => bytes / 2 ** 20
  const [empty, followed] = await withReader(path, signal, async (reader) => {
    await reader.untilLines(1)
    const before = await reader.heapBytes()
    await writeFlow(path, WARM_SECONDS * FOLLOW_LINES_PER_SECOND, FOLLOW_LINES_PER_SECOND)
    const warm = await reader.heapBytes()
    await writeFlow(path, FOLLOW_SECONDS * FOLLOW_LINES_PER_SECOND, FOLLOW_LINES_PER_SECOND)
    return [before, (await reader.heapBytes()) - warm]
  })
  const full = await withReader(large.path, signal, async (reader) => {
    await reader.untilLines(large.layout.lines)
    for (let jump = 1; jump <= JUMPS; jump++) {
      await reader.goTo(1 + Math.floor(((jump * 0.618_033_988_7) % 1) * (large.layout.lines - 1)))
    }
    return reader.heapBytes()
  })
  return { largeMiB: mib(full - empty), followedMiB: mib(followed) }
}
