import type { LineNumber } from '../../shared/line-number.ts'
import { MAX_WINDOW_LINES } from '../../shared/protocol.ts'
import { type RowNumber, rowNumber } from '../../shared/row-number.ts'
import type { ViewId, ViewPlace, ViewRow, ViewState, ViewWindow } from '../../shared/views.ts'
import { BytesGone } from '../engine/byte-source.ts'
import { EngineLost, RunawayPattern } from '../engine/engine.ts'
import type { EntryRule } from '../engine/engine-task.ts'
import type { Generation } from '../follow/generation.ts'
import type { Extent } from './timeline.ts'
import { rowOfLine } from './view-place.ts'
import { ViewScan, type Wanted } from './view-scan.ts'
import type { ViewSource } from './view-source.ts'
import type { ViewTally } from './view-tally.ts'
import { type RowBounds, type RowReading, readRows } from './view-window.ts'

/** A search or filter over one log: its matches as rows, kept up to date. */
export class LogView {
  readonly id: ViewId
  readonly #source: ViewSource
  readonly #wanted: Wanted
  readonly #onChange: () => void
  #scan: ViewScan
  /** Rows before this one are of lines that cannot be read any more. */
  #first = 0

  constructor(id: ViewId, source: ViewSource, wanted: Wanted, onChange: () => void) {
    this.id = id
    this.#source = source
    this.#wanted = wanted
    this.#onChange = onChange
    this.#scan = new ViewScan(source, wanted, onChange)
  }

  state(): ViewState {
    const { query, lines, time } = this.#wanted
    const { phase, bytes } = this.#scan
    return {
      id: this.id,
      log: this.#source.id,
      query,
      lines,
      time,
      ...this.#rows(),
      ...bytes,
      phase,
    }
  }

  /** How many rows each block of the log has, as far as it was looked at. */
  get tally(): ViewTally<Extent> {
    return this.#scan.tally
  }

  /** The rows of `[from, to)` that can be read now, cut to the bounds of a window. */
  async window(from: RowNumber, to: RowNumber): Promise<ViewWindow> {
    const { first, end } = this.#rows()
    const start = rowNumber(Math.min(Math.max(from, first), end))
    const stop = Math.min(to, end, start + MAX_WINDOW_LINES)
    const rows = await this.#attempt(() => readRows(this.#reading(), start, stop))
    return { from: start, rows: rows ?? [], ...this.#rows() }
  }

  /** How its entries begin. */
  get entryRule(): EntryRule {
    return this.#scan.entryRule
  }

  /** The rows around one, of which `before` stand before it: a window of `rows` rows at most. */
  around(row: number, rows: number, before: number): Promise<ViewWindow> {
    const count = Math.min(rows, MAX_WINDOW_LINES)
    const from = rowNumber(Math.max(this.#rows().first, row - Math.min(before, count)))
    return this.window(from, rowNumber(from + count))
  }

  /** Rows `[from, to)` as far as they can be read at once, whole up to `bounds`; none where they are gone. */
  async rows(from: RowNumber, to: RowNumber, bounds: RowBounds): Promise<readonly ViewRow[]> {
    return (await this.#attempt(() => readRows(this.#reading(), from, to, bounds))) ?? []
  }

  /** The first row at a line or after it. */
  async place(line: LineNumber): Promise<ViewPlace> {
    const row = await this.#attempt(() => rowOfLine(this.#reading(), line))
    const { first, end } = this.#rows()
    return { row: rowNumber(Math.min(Math.max(row ?? first, first), end)), first, end }
  }

  /** Looks no further: what it found until now stays. A view that begins anew does so from the start. */
  stop(): void {
    this.#scan.stop()
  }

  /** Looks no further for so long, in ms: somebody draws what was found, and needs the cores for it. */
  rest(ms: number): void {
    this.#scan.rest(ms)
  }

  /** The log has more, or knows more of what it has. */
  poke(): void {
    this.#scan.poke()
  }

  /** What can be read of the log changed. */
  settle(): void {
    const { tally } = this.#scan
    const { timeline } = this.#source
    tally.drop((run) => timeline.at(run.sequence) !== run)
    const lost = tally.runs.findLast(
      (counted) => !counted.run.generation.readable && tally.rowsOf(counted) > 0,
    )
    this.#first = lost === undefined ? 0 : tally.firstRow(lost) + tally.rowsOf(lost)
    this.#scan.poke()
    this.#onChange()
  }

  /** The log forgets a generation: its rows keep their numbers. */
  forget(generation: Generation): void {
    this.#scan.tally.drop((run) => run.generation === generation)
  }

  /** Begins anew: the lines of the log are others. */
  restart(): void {
    this.#scan.close()
    this.#first = 0
    this.#scan = new ViewScan(this.#source, this.#wanted, this.#onChange)
    this.#onChange()
  }

  /** Ends it at once. */
  close(): void {
    this.#scan.close()
  }

  #rows(): { readonly first: RowNumber; readonly end: RowNumber } {
    const { tally } = this.#scan
    const first = Math.max(tally.dropped, this.#first)
    return { first: rowNumber(first), end: rowNumber(Math.max(first, tally.end)) }
  }

  #reading(): RowReading {
    const { tally, entryRule } = this.#scan
    return { source: this.#source, query: this.#wanted.query, entryRule, tally }
  }

  /** Null where the world failed: bytes that went away, or a pattern that cannot be looked for. */
  async #attempt<Result>(read: () => Promise<Result>): Promise<Result | null> {
    const scan = this.#scan
    try {
      return await read()
    } catch (error) {
      if (error instanceof BytesGone) this.#source.look()
      else if (error instanceof RunawayPattern) scan.fail('runaway')
      else if (error instanceof EngineLost) scan.fail('lost')
      else throw error
      return null
    }
  }
}
