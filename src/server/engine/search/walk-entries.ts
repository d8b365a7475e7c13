/*
 * The one walk over the entries of a range, for searching them and for finding them again. Longer
 * than most files because what begins, goes on and ends an entry hangs together.
 */
import { asBuffer } from '../as-buffer.ts'
import type { EngineFile, EntryRule, ScanRange } from '../engine-task.ts'
import { createEntryTest } from '../entry/entry-start.ts'
import type { Scanner } from '../scan/scanner.ts'
import { type LineChunk, lineChunks } from '../survey/line-chunks.ts'
import type { LineList } from './line-list.ts'
import type { LineMatcher } from './line-matcher.ts'
import { longLineTerms } from './long-line.ts'

/**
 * Lines of one entry, and bytes from its start to that of its last line: the longest stack traces have
 * some thousand lines. What goes on behind belongs to no entry, so that one bad rule cannot make an
 * entry of the whole log, which each look at it would read.
 */
const MAX_ENTRY_LINES = 10_000
const MAX_ENTRY_BYTES = 4 * 1024 * 1024

/** An entry that was walked over. */
export interface WalkedEntry {
  /** Where its first line starts. */
  readonly from: number
  lines: number
  /** The terms that one of its lines has, see {@link longLineTerms}. */
  terms: number
  /** The level of its first line, as an index into LEVELS; 0 when neither the caller nor the query asked. */
  readonly level: number
  /** Where its lines start; empty when nobody asked. */
  readonly places: number[]
}

export interface EntryWalk extends ScanRange {
  readonly file: EngineFile
  readonly end: number
  readonly entryRule: EntryRule
  readonly levels: boolean
  readonly places: boolean
}

/**
 * The entries that start in `[from, to)`, in order, as they end; null for no more than a pause. The
 * last one ends where the next one starts, at its bounds, or at `end`. Returns the offset before
 * which every entry that starts was told.
 */
export function* walkEntries(
  walk: EntryWalk,
  { run, matcher, query }: LineMatcher,
  scanner: Scanner,
): Generator<readonly WalkedEntry[] | null, number, void> {
  const { file, to, end } = walk
  const buffer = asBuffer(scanner.buffer)
  const startsEntry = createEntryTest(walk.entryRule, file.encoding)
  const withLevels = walk.levels || query.levels !== null
  const beginsHere = walk.from === 0 || walk.lineStart === true
  let current: WalkedEntry | null = null
  let ended: WalkedEntry[] = []

  /** Answers false when the line begins an entry that belongs to the next range. */
  function take(offset: number, isStart: boolean, terms: number, level: number): boolean {
    if (isStart) {
      if (current !== null) ended.push(current)
      current = null
      if (offset >= to) return false
      current = { from: offset, lines: 0, terms: 0, level, places: [] }
    }
    // Lines before the first start belong to the entry before, and to the range that has it.
    if (current === null) return true
    if (current.lines === MAX_ENTRY_LINES || offset - current.from >= MAX_ENTRY_BYTES) {
      ended.push(current)
      current = null
      return true
    }
    current.lines++
    current.terms |= terms
    if (walk.places) current.places.push(offset)
    return true
  }

  function takeRun(chunk: LineChunk): boolean {
    run.set(chunk.from, chunk.to, chunk.offset)
    const base = chunk.offset - chunk.from
    const found: readonly LineList[] = matcher.terms.map((term) => term.find(run))
    const next = new Uint32Array(found.length)
    const { count, starts, ends } = run.lines
    for (let line = 0; line < count; line++) {
      const start = starts[line] ?? 0
      const terms = termsAt(found, next, start)
      // A byte order mark belongs to its line.
      const offset = start === chunk.from && base < chunk.from ? base : base + start
      const lineEnd = ends[line] ?? 0
      const isStart = (beginsHere && offset === walk.from) || startsEntry(buffer, start, lineEnd)
      const level = isStart && withLevels ? run.levelOf(start, lineEnd) : 0
      if (!take(offset, isStart, terms, level)) return false
    }
    return true
  }

  function takeEnded(): readonly WalkedEntry[] {
    const told = ended
    ended = []
    return told
  }

  // An entry that starts before `to` is walked to its end.
  const chunks = lineChunks({ ...walk, to: end, readBytes: matcher.runBytes }, scanner)
  for (let step = chunks.next(); ; step = chunks.next()) {
    if (step.done === true) {
      if (current !== null) ended.push(current)
      yield takeEnded()
      return Math.min(to, step.value)
    }
    const chunk = step.value
    if (chunk === null) {
      yield null
      continue
    }
    let goesOn: boolean
    if (chunk.whole) goesOn = takeRun(chunk)
    else {
      run.set(chunk.from, chunk.to, chunk.text)
      const isStart =
        (beginsHere && chunk.offset === walk.from) || startsEntry(buffer, chunk.from, chunk.to)
      const level = isStart && withLevels ? run.levelOf(chunk.from, chunk.to) : 0
      const terms = yield* longLineTerms(file, chunk.text, end, query, scanner)
      goesOn = take(chunk.offset, isStart, terms, level)
    }
    // Without an entry of its own the range is over where the next one begins.
    if (!goesOn || (current === null && chunk.offset >= to)) {
      yield takeEnded()
      return to
    }
    yield takeEnded()
  }
}

function termsAt(found: readonly LineList[], next: Uint32Array, start: number): number {
  let terms = 0
  for (const [at, list] of found.entries()) {
    const place = next[at] ?? 0
    if (place >= list.count || list.starts[place] !== start) continue
    terms |= 1 << at
    next[at] = place + 1
  }
  return terms
}
