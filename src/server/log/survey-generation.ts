import type { Engine } from '../engine/engine.ts'
import type { TimeFormat } from '../engine/engine-task.ts'
import type { Generation } from '../follow/generation.ts'
import { HEAD_BYTES } from './read-head.ts'
import { SurveyBlocks } from './survey-blocks.ts'
import { timeFormatOf } from './survey-format.ts'

/** After this, in ms, a file that goes on growing is dated anew: its times may have no year. */
const REDATE_MS = 30 * 24 * 60 * 60 * 1000

/** The levels and times of one generation, gathered when somebody asks, and on from there at the next time. */
export class GenerationSurvey {
  readonly generation: Generation
  readonly #engine: Engine
  readonly #ended = new AbortController()
  #blocks: SurveyBlocks
  #format: TimeFormat | null = null
  /** The end of the file when its format was looked for, and the time; null before. */
  #detected: { readonly finished: number; readonly at: number } | null = null
  /** Every line that starts before this offset is counted. */
  #to: number
  #running: Promise<void> | null = null

  constructor(generation: Generation, engine: Engine) {
    this.generation = generation
    this.#engine = engine
    this.#blocks = new SurveyBlocks(generation.from)
    this.#to = generation.from
  }

  get blocks(): SurveyBlocks {
    return this.#blocks
  }

  /** How its times are written; null for not at all, or not known yet. */
  get format(): TimeFormat | null {
    return this.#format
  }

  /** Bytes counted, and bytes there are to count. */
  get surveyed(): number {
    return Math.min(this.#to, this.generation.finished) - this.generation.from
  }
  get total(): number {
    return this.generation.finished - this.generation.from
  }

  /** Finds out how its times are written, if that is not known yet. Rejects with BytesGone. */
  async detect(): Promise<void> {
    const { finished, from } = this.generation
    const detected = this.#detected
    if (detected !== null) {
      const short = detected.finished - from < HEAD_BYTES && finished > detected.finished
      const old = this.#format !== null && Date.now() - detected.at > REDATE_MS
      if (!(old || (short && this.#format === null))) return
    }
    const at = Date.now()
    const format = await timeFormatOf(this.generation)
    this.#detected = { finished, at }
    if (detected !== null && JSON.stringify(format) !== JSON.stringify(this.#format)) this.#forget()
    this.#format = format
  }

  /**
   * Counts what is not counted yet. Rejects as the engine does, with BytesGone when the file is not
   * what it was.
   */
  catchUp(): Promise<void> {
    this.#running ??= this.#count().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Ends it at once. */
  close(): void {
    this.#ended.abort()
  }

  /** Times are read otherwise from now on. */
  #forget(): void {
    this.#blocks = new SurveyBlocks(this.generation.from)
    this.#to = this.generation.from
  }

  async #count(): Promise<void> {
    const { signal } = this.#ended
    const { from, finished, engineFile: file } = this.generation
    const start = this.#to
    const blocks = this.#blocks
    if (signal.aborted || file === null || start >= finished) return
    const { format } = this
    const range = { from: start, to: finished, end: finished, lineStart: start === from }
    const onPiece = (piece: Parameters<SurveyBlocks['add']>[0]): void => {
      if (blocks !== this.#blocks) return
      blocks.add(piece)
      this.#to = Math.min(piece.to, finished)
    }
    const { to } = await this.#engine.run('survey', { file, format, ...range }, { onPiece, signal })
    if (blocks === this.#blocks && to >= finished) this.#to = finished
  }
}
