import type { LineNumber } from '../../shared/line-number.ts'
import { blockOf } from '../engine/block-index.ts'
import { createLocator } from '../engine/locate.ts'
import type { Extent } from './timeline.ts'
import type { CountedRun } from './view-tally.ts'
import { type RowReading, readHits } from './view-window.ts'

/** Bytes of a match's text where only its place is asked for. */
const PLACE_BYTES = { maxLineBytes: 1, maxBytes: Number.MAX_SAFE_INTEGER }

/**
 * The number of the first row at `line` or after it: the end of the rows when there is none. Rejects
 * as the engine does, and with BytesGone.
 */
export async function rowOfLine(reading: RowReading, line: LineNumber): Promise<number> {
  const { timeline } = reading.source
  const { tally } = reading
  const extent = timeline.entries.findLast(
    (entry): entry is Extent =>
      entry.kind === 'extent' && entry.firstLine !== null && entry.firstLine <= line,
  )
  if (extent === undefined) return tally.dropped
  const counted = tally.runs.find(({ run }) => run.sequence >= extent.sequence)
  if (counted === undefined) return tally.end
  if (counted.run !== extent) return tally.firstRow(counted)
  return placeInRun(reading, counted, line)
}

async function placeInRun(
  reading: RowReading,
  counted: CountedRun<Extent>,
  line: LineNumber,
): Promise<number> {
  const { tally, query } = reading
  const { generation, firstLine, fromLine, lines } = counted.run
  const afterRun = tally.rowOfBlock(counted, Number.MAX_SAFE_INTEGER)
  if (firstLine === null || fromLine === null || line >= firstLine + lines) return afterRun
  const locator = createLocator(generation, generation.index, generation.encoding)
  const offset = await locator.offsetOfLine(fromLine + line - firstLine)
  const row = tally.rowOfBlock(counted, blockOf(offset))
  // The rows of an entry count where it starts, and its lines can reach into the blocks behind.
  const reach = query.entries && row > tally.firstRow(counted) ? row - 1 : row
  return countBefore(reading, counted, reach, row, offset)
}

/** The first row from `row` on, or from the start of its block, whose line starts at `offset` or later. */
async function countBefore(
  reading: RowReading,
  counted: CountedRun<Extent>,
  row: number,
  rowOfBlock: number,
  offset: number,
): Promise<number> {
  const { tally } = reading
  const plan = tally.plan(row, 1, 1)
  if (plan === null || plan.counted !== counted) return row
  const hits = await readHits(reading, { ...plan, skip: 0 }, plan.rows + plan.skip, PLACE_BYTES)
  const before = hits.filter((hit) => hit.offset < offset).length
  const found = row - plan.skip + before
  if (before < hits.length || row === rowOfBlock) return found
  return countBefore(reading, counted, rowOfBlock, rowOfBlock, offset)
}
