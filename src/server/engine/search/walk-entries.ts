import { asBuffer } from '../as-buffer.ts'
import { blockOf } from '../block-index.ts'
import type { EngineFile, EntryRule, ScanRange } from '../engine-task.ts'
import { EntryBounds } from '../entry/entry-bounds.ts'
import { createEntryTest } from '../entry/entry-start.ts'
import { linesBefore } from '../entry/lines-before.ts'
import type { Scanner } from '../scan/scanner.ts'
import { type LineChunk, lineChunks } from '../survey/line-chunks.ts'
import { findBit } from './compile-query.ts'
import { EntryCollector, type WalkedEntry } from './entry-collector.ts'
import { EntryRuns } from './entry-runs.ts'
import type { LineMatcher } from './line-matcher.ts'
import { longLineTerms } from './long-line.ts'

export interface EntryWalk extends ScanRange {
  readonly file: EngineFile
  readonly end: number
  readonly entryRule: EntryRule
  /** Where the run begins of which the range is a part. */
  readonly runFrom: number
  readonly levels: boolean
  /** Bytes that are read at once at most. */
  readonly readBytes?: number
  /** Whether the places of the lines are told. */
  readonly places: boolean
  /** The entry is another one after that. */
  onEntry(entry: WalkedEntry): void
}

/**
 * Tells the entries that start in `[from, to)`, in order, as they end; of those that cannot match for
 * want of a term, only some, but always the last one. The last one ends where the next one starts, or
 * at `end`. Yields how far it came: the offset before which every entry that starts was told; null for
 * no more than a pause. Returns it too.
 */
export function* walkEntries(
  walk: EntryWalk,
  lines: LineMatcher,
  scanner: Scanner,
): Generator<number | null, number, void> {
  const { file, to, end, places, onEntry } = walk
  const { run, matcher, query } = lines
  const buffer = asBuffer(scanner.buffer)
  const startsEntry = createEntryTest(walk.entryRule, file.encoding)
  const withLevels = walk.levels || query.levels !== null
  const beginsAt = walk.from === 0 || walk.lineStart === true ? walk.from : null
  const entries = new EntryCollector({ to, find: findBit(query), places, onEntry })
  const bounds = new EntryBounds(yield* linesBefore(walk, startsEntry, scanner))
  const runs = new EntryRuns({ lines, startsEntry, beginsAt, bounds, withLevels, to, entries })

  function* takeLong(chunk: LineChunk): Generator<null, boolean, void> {
    run.set(chunk.from, chunk.to, chunk.text)
    const begins = chunk.offset === beginsAt || startsEntry(buffer, chunk.from, chunk.to)
    const block = blockOf(chunk.offset)
    const isStart = begins || bounds.isCutAt(block)
    bounds.pass(block, begins)
    const level = isStart && withLevels ? run.levelOf(chunk.from, chunk.to) : 0
    const terms = yield* longLineTerms(file, chunk.text, end, query, scanner)
    if (isStart) return entries.begin(chunk.offset, terms, level)
    entries.goOn(chunk.offset, terms)
    return true
  }

  // An entry that starts before `to` is walked to its end.
  const readBytes = Math.min(matcher.runBytes, walk.readBytes ?? Number.POSITIVE_INFINITY)
  const chunks = lineChunks({ ...walk, to: end, readBytes }, scanner)
  for (let step = chunks.next(); ; step = chunks.next()) {
    if (step.done === true) {
      entries.end()
      return Math.min(to, step.value)
    }
    const chunk = step.value
    if (chunk === null) {
      yield null
      continue
    }
    const goesOn = chunk.whole ? runs.take(chunk) : yield* takeLong(chunk)
    // Without an entry of its own the range is over where the next one begins.
    const isOver = !goesOn || (entries.openFrom === null && chunk.offset >= to)
    if (isOver) return to
    yield entries.openFrom ?? chunk.offset
  }
}
