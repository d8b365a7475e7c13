import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import type { LineRange, ViewRequest } from '../../shared/views.ts'
import type { ViewSource } from './view-source.ts'

/** The lines that a view is restricted to, by their numbers and by their times. */
export class WantedLines {
  readonly #wanted: Pick<ViewRequest, 'lines' | 'time'>
  readonly #lineAtTime: ViewSource['lineAtTime']
  #fromTime: LineNumber | null = null
  #toTime: LineNumber | null = null

  constructor(wanted: Pick<ViewRequest, 'lines' | 'time'>, lineAtTime: ViewSource['lineAtTime']) {
    this.#wanted = wanted
    this.#lineAtTime = lineAtTime
  }

  /** Whether some lines are left out. */
  get restricted(): boolean {
    return this.#wanted.lines !== null || this.#wanted.time !== null
  }

  /**
   * The range as the log is now: null for all lines, `none` while no line is as late as they are. An
   * end that no line has reached yet is open, so what is searched with it must have been there before.
   */
  async range(): Promise<LineRange | null | 'none'> {
    const { lines, time } = this.#wanted
    const lineAtTime = this.#lineAtTime
    if (time === null || lineAtTime === null) return lines
    if (time.from !== null) {
      this.#fromTime ??= await lineAtTime(time.from)
      if (this.#fromTime === null) return 'none'
    }
    if (time.to !== null) this.#toTime ??= await lineAtTime(time.to)
    const from = Math.max(lines?.from ?? 0, this.#fromTime ?? 0)
    const ends = [lines?.to, this.#toTime].filter((each) => each != null)
    const to = ends.length === 0 ? null : Math.max(from, Math.min(...ends))
    return { from: lineNumber(from), to: to === null ? null : lineNumber(to) }
  }
}
