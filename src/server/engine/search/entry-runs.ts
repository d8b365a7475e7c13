import { asBuffer } from '../as-buffer.ts'
import { BLOCK_BYTES, blockOf } from '../block-index.ts'
import type { EntryBounds } from '../entry/entry-bounds.ts'
import type { EntryTest } from '../entry/entry-start.ts'
import type { LineChunk } from '../survey/line-chunks.ts'
import type { EntryCollector } from './entry-collector.ts'
import { LineList } from './line-list.ts'
import type { LineMatcher } from './line-matcher.ts'

/** Lines per line with a term, from which on looking around those costs less than testing all. */
const SPARSE_LINES = 8

/** How a run is looked at. */
export interface EntryRunTools {
  readonly lines: LineMatcher
  readonly startsEntry: EntryTest
  /** Whether the first line of the range begins an entry whatever stands in it, and where that is. */
  readonly beginsAt: number | null
  readonly bounds: EntryBounds
  readonly withLevels: boolean
  /** Entries that start here or behind are not wanted. */
  readonly to: number
  readonly entries: EntryCollector
}

/**
 * Puts the lines of runs together to entries. Where an entry needs a term that few lines have, only
 * the entries of those lines are looked at, and the ends of the run, at which entries go on: the
 * others cannot match, and testing each of their lines costs more than finding the term does.
 */
export class EntryRuns {
  readonly #tools: EntryRunTools
  readonly #buffer: Buffer
  /** The lines with each term; undefined for one whose lines are tested as they come. */
  readonly #found: (LineList | undefined)[]
  /** How far each of these lists was gone through. */
  readonly #next: Uint32Array
  readonly #wanted = new LineList()
  readonly #spare = new LineList()
  readonly #none = new LineList()
  /** The lines of the run that begin an entry only because none does for long before. */
  readonly #cuts = new Set<number>()
  #base = 0
  #chunkFrom = 0
  /** Before the byte order mark of the first line. */
  #markFrom = 0

  constructor(tools: EntryRunTools) {
    this.#tools = tools
    this.#buffer = asBuffer(tools.lines.run.scanner.buffer)
    const { length } = tools.lines.matcher.terms
    this.#found = new Array<LineList | undefined>(length)
    this.#next = new Uint32Array(length)
  }

  /** Takes the lines of a chunk; answers false when one begins an entry behind the range. */
  take(chunk: LineChunk): boolean {
    const { run } = this.#tools.lines
    run.set(chunk.from, chunk.to, chunk.offset)
    this.#base = chunk.offset - chunk.from
    this.#chunkFrom = chunk.from
    this.#markFrom = this.#base < chunk.from ? 0 : chunk.from
    this.#found.fill(undefined)
    this.#next.fill(0)
    this.#cut()
    const wanted = this.#linesWanted()
    const { count } = run.lines
    if (wanted !== null && wanted.count * SPARSE_LINES <= count) return this.#takeAround(wanted)
    for (let term = 0; term < this.#found.length; term++) this.#find(term)
    return this.#takeLines(0, count)
  }

  /** Finds out which lines begin entries only because none does for long before. */
  #cut(): void {
    const { bounds, lines } = this.#tools
    const { count, starts } = lines.run.lines
    this.#cuts.clear()
    for (let first = 0; first < count; ) {
      const block = blockOf(this.#offsetOf(starts[first] ?? 0))
      const end = this.#linesBefore((block + 1) * BLOCK_BYTES)
      const isCut = bounds.isCutAt(block) && !this.#begins(first)
      if (isCut) this.#cuts.add(first)
      let last = end - 1
      while (last > first && !this.#begins(last)) last--
      bounds.pass(block, this.#begins(last))
      first = end
    }
  }

  /** The lines of which every entry that matches has one; null when an entry matches without any. */
  #linesWanted(): LineList | null {
    const { matcher, query } = this.#tools.lines
    const { all, any, find } = query
    const last = matcher.terms.length - find.length
    const needed = matcher.terms.flatMap((_, term) =>
      term < all.length || term >= last ? [term] : [],
    )
    // Bytes tell a literal sooner than patterns do.
    const best = needed.find((term) => matcher.terms[term]?.isFast) ?? needed[0]
    if (best !== undefined) return this.#find(best)
    if (any.length === 0) return null
    let united = this.#wanted
    let spare = this.#spare
    united.clear()
    for (let term = 0; term < any.length; term++) {
      spare.unite(united, this.#find(term))
      ;[united, spare] = [spare, united]
    }
    return united
  }

  /** The lines of the run with a term, found once. */
  #find(term: number): LineList {
    const { matcher, run } = this.#tools.lines
    const found = this.#found[term] ?? matcher.terms[term]?.find(run) ?? this.#none
    this.#found[term] = found
    return found
  }

  /** Takes the lines of this run from the one with number `first` up to `end`. */
  #takeLines(first: number, end: number): boolean {
    const { entries } = this.#tools
    const { starts, ends } = this.#tools.lines.run.lines
    const hasTerms = this.#found.length > 0
    for (let line = first; line < end; line++) {
      const terms = hasTerms ? this.#termsAt(starts[line] ?? 0, ends[line] ?? 0) : 0
      const offset = this.#offsetOf(starts[line] ?? 0)
      if (!this.#isStart(line)) entries.goOn(offset, terms)
      else if (!entries.begin(offset, terms, this.#levelOf(line))) return false
    }
    return true
  }

  /** Takes the entries that have one of the wanted lines, and those at both ends of the run. */
  #takeAround(wanted: LineList): boolean {
    const { run, matcher } = this.#tools.lines
    const { count } = run.lines
    // What bytes tell is found at once, where it is needed; of a pattern few lines are tested.
    for (const [term, { isFast }] of matcher.terms.entries()) {
      if (isFast && wanted.count > 0) this.#find(term)
    }
    // Of the entries that start behind the range only the first is looked for: it ends the last one.
    const own = this.#linesBefore(this.#tools.to)
    let first = 0
    while (first < count && !this.#isStart(first)) first++
    if (first >= own) return this.#takeLines(0, Math.min(first + 1, count))
    this.#takeLines(0, first)
    let last = own - 1
    while (last > first && !this.#isStart(last)) last--
    let done = first
    for (let at = 0; at < wanted.count; at++) {
      const line = this.#lineAt(wanted.starts[at] ?? 0)
      if (line < done) continue
      if (line >= last) break
      let from = line
      while (from > done && !this.#isStart(from)) from--
      done = line + 1
      while (done < last && !this.#isStart(done)) done++
      this.#takeLines(from, done)
      this.#tools.entries.end()
    }
    this.#tools.entries.end()
    return this.#takeLines(last, count)
  }

  /** How many lines of the run start before an offset of the file. */
  #linesBefore(offset: number): number {
    const { run } = this.#tools.lines
    return this.#base + run.to <= offset ? run.lines.count : this.#lineAt(offset - this.#base)
  }

  /** The number of the first line that starts at a place of the buffer or behind it. */
  #lineAt(start: number): number {
    const { count, starts } = this.#tools.lines.run.lines
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) < start) low = middle + 1
      else high = middle
    }
    return low
  }

  #isStart(line: number): boolean {
    return (this.#cuts.size > 0 && this.#cuts.has(line)) || this.#begins(line)
  }

  /** Whether a line begins an entry by itself. */
  #begins(line: number): boolean {
    const { startsEntry, beginsAt, lines } = this.#tools
    const { starts, ends } = lines.run.lines
    if (beginsAt !== null && this.#offsetOf(starts[line] ?? 0) === beginsAt) return true
    return startsEntry(this.#buffer, starts[line] ?? 0, ends[line] ?? 0)
  }

  #levelOf(line: number): number {
    const { withLevels, lines } = this.#tools
    const { run } = lines
    return withLevels ? run.levelOf(run.lines.starts[line] ?? 0, run.lines.ends[line] ?? 0) : 0
  }

  /** Where the line stands in the file that starts here in the buffer: a byte order mark belongs to it. */
  #offsetOf(start: number): number {
    return this.#base + (start === this.#chunkFrom ? this.#markFrom : start)
  }

  /** The terms of the line at `[start, end)`, as bits; lines are asked for in order. */
  #termsAt(start: number, end: number): number {
    const { matcher, run } = this.#tools.lines
    let terms = 0
    for (let term = 0; term < this.#found.length; term++) {
      const list = this.#found[term]
      if (list === undefined) {
        if (matcher.terms[term]?.test(run, start, end) === true) terms |= 1 << term
        continue
      }
      let at = this.#next[term] ?? 0
      while (at < list.count && (list.starts[at] ?? 0) < start) at++
      if (at < list.count && list.starts[at] === start) terms |= 1 << term
      this.#next[term] = at
    }
    return terms
  }
}
