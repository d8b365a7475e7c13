import type { LineText } from '../../shared/protocol.ts'
import { BLOCK_BYTES } from '../engine/block-index.ts'
import { BytesGone } from '../engine/byte-source.ts'
import { type Engine, EngineLost } from '../engine/engine.ts'
import type { LinesTask } from '../engine/engine-task.ts'
import type { Extent } from './timeline.ts'

/**
 * Lines that lie in more bytes than this are not read by a thread, which would pass over a long line
 * or a hole byte by byte: with the index at hand its end is looked up.
 */
const MAX_SPAN_BYTES = 1024 * 1024

/** How much of a line, and of all lines together, is read. */
interface Limits {
  readonly maxLineBytes: number
  readonly maxBytes: number
}

/**
 * Up to `count` lines of a run from line `own` of its generation, found and read in one task of the
 * engine. Null where a thread is not the one to ask: for the newest lines, which are in memory, for
 * very long ones, and where it failed.
 */
export async function readInThread(
  engine: Engine,
  extent: Extent,
  own: number,
  count: number,
  limits: Limits,
): Promise<LineText[] | null> {
  const task = planTask(extent, own, count, limits)
  if (task === null) return null
  try {
    return (await engine.run('lines', task)).lines
  } catch (error) {
    // The follower may have gone over to a copy of the file, which holds the same bytes.
    if (error instanceof BytesGone || error instanceof EngineLost) return null
    throw error
  }
}

function planTask(extent: Extent, own: number, count: number, limits: Limits): LinesTask | null {
  const { generation } = extent
  const { index } = generation
  const file = generation.engineFile
  if (file === null || file.fd === -1 || count <= 0) return null
  const { from, skip } = startOf(extent, own)
  // A last line without a line feed is in no block's count: it ends where the run does.
  const last = own + count - 1
  const to = last < index.newlines ? (index.blockOfNewline(last) + 1) * BLOCK_BYTES : extent.to
  if (generation.isHot(from) || to - from > MAX_SPAN_BYTES) return null
  const unfinished = generation.flushed ? 'line' : 'held'
  return { file, from, skip, end: extent.to, maxLines: count, ...limits, unfinished }
}

/** From where the newlines before a line are counted; a run may begin within what was a line. */
function startOf(extent: Extent, own: number): { readonly from: number; readonly skip: number } {
  if (own === extent.fromLine) return { from: extent.from, skip: 0 }
  const { index } = extent.generation
  const from = index.blockOfNewline(own - 1) * BLOCK_BYTES
  return { from, skip: own - index.beforeOffset(from) }
}
