import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import { MAX_DISPLAY_LINE_BYTES, MAX_WINDOW_BYTES } from '../../shared/protocol.ts'
import type { Query } from '../../shared/query.ts'
import type { ViewRow } from '../../shared/views.ts'
import { BLOCK_BYTES } from '../engine/block-index.ts'
import type { EntryRule, Hit } from '../engine/engine-task.ts'
import type { Extent } from './timeline.ts'
import type { ViewSource } from './view-source.ts'
import type { RowPlan, ViewTally } from './view-tally.ts'

/**
 * Blocks that one task looks at again at most: 16 MiB, which take a few ms. A window of rare matches
 * takes several tasks, and others get their turn between them.
 */
const MAX_BLOCKS = 256

/** How much of a line, and of all lines of one answer together, is read. */
export interface RowBounds {
  readonly maxLineBytes: number
  readonly maxBytes: number
}

/** What the page shows of a line, and what one of its windows holds. */
const WINDOW_BOUNDS: RowBounds = {
  maxLineBytes: MAX_DISPLAY_LINE_BYTES,
  maxBytes: MAX_WINDOW_BYTES,
}

/** What the rows of a view are read with. */
export interface RowReading {
  readonly source: ViewSource
  readonly query: Query
  readonly entryRule: EntryRule
  readonly tally: ViewTally<Extent>
}

/**
 * Rows `[from, to)` of a view, cut for display unless `bounds` say otherwise. Fewer when the bound in
 * bytes is reached, or where bytes went away meanwhile: then the answer ends there. Rejects as the
 * engine does.
 */
export async function readRows(
  reading: RowReading,
  from: number,
  to: number,
  { maxLineBytes, maxBytes }: RowBounds = WINDOW_BOUNDS,
): Promise<ViewRow[]> {
  const rows: ViewRow[] = []
  let bytes = 0
  while (from + rows.length < to && bytes < maxBytes) {
    const wanted = to - from - rows.length
    const plan = reading.tally.plan(from + rows.length, wanted, MAX_BLOCKS)
    if (plan === null) break
    const hits = await readHits(reading, plan, wanted, {
      maxLineBytes,
      maxBytes: maxBytes - bytes,
    })
    for (const hit of hits) {
      const entry = hit.entryLines === undefined ? {} : { entryLines: hit.entryLines }
      rows.push({ line: lineOf(plan.counted.run, hit), ...hit.line, ...entry })
      bytes += Math.min(hit.line.bytes, maxLineBytes)
    }
    // The blocks do not hold any more what they held, or the bound is reached.
    if (hits.length < Math.min(plan.rows, wanted)) break
  }
  return rows
}

/** Finds the matches of a plan again; none where the file is not there any more. */
export async function readHits(
  { source, query, entryRule }: RowReading,
  { counted, skip, blocks }: RowPlan<Extent>,
  max: number,
  bounds: RowBounds,
): Promise<readonly Hit[]> {
  const file = counted.run.generation.engineFile
  if (file === null) return []
  const task = { file, query, entryRule, end: counted.end, blocks, skip, max, ...bounds }
  return (await source.engine.run('hits', task)).hits
}

/** The number of a match in its log; null while the lines before it are not counted. */
function lineOf(extent: Extent, { block, newlinesBefore }: Hit): LineNumber | null {
  const { firstLine, fromLine, generation } = extent
  const start = block * BLOCK_BYTES
  if (firstLine === null || fromLine === null || generation.index.bytes < start) return null
  const inGeneration = generation.index.beforeOffset(start) + newlinesBefore
  return lineNumber(firstLine + inGeneration - fromLine)
}
