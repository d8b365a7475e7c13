/*
 * What a log knows of the times and levels of its lines: the surveys of its generations together, and
 * the questions that they answer. A little longer than most files: the questions share who is asked.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Histogram, LineAt } from '../../shared/histogram.ts'
import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import type { ViewState } from '../../shared/views.ts'
import { BytesGone } from '../engine/byte-source.ts'
import type { Engine } from '../engine/engine.ts'
import type { EntryRule, SpreadResult, SpreadTask } from '../engine/engine-task.ts'
import { createLocator } from '../engine/locate.ts'
import type { Generation } from '../follow/generation.ts'
import type { OwnLog } from '../own-log.ts'
import { createHistogram, type HistogramSum } from './histogram.ts'
import { type TimeEdges, timeEdges } from './survey-edges.ts'
import { type Buckets, isPlain, planExact } from './survey-exact.ts'
import { GenerationSurvey } from './survey-generation.ts'
import { addBlocks, addRows, partsByLine, partsByTime, type SurveyPart } from './survey-parts.ts'
import type { Extent, Timeline } from './timeline.ts'
import type { ViewTally } from './view-tally.ts'

/**
 * How long an answer waits for the survey, in ms: a GiB takes half a second, so that most logs are
 * whole in the first answer, and the others are on their way to the screen.
 */
const WAIT_MS = 200

/** What a survey needs of its log. */
export interface SurveySource {
  readonly timeline: Timeline
  readonly engine: Engine
  readonly ownLog: OwnLog
  /** The numbers `[first, end)` of the log's lines as far as they are counted. */
  lineCount(): { readonly first: number; readonly end: number }
  /** Looks at the file: something is not as it was. */
  look(): void
}

export interface HistogramRequest {
  /** By the numbers of the lines, though they may have times. */
  readonly byPosition?: boolean
  /** In ms since 1970 or line numbers; null for the first and the last that the log has. */
  readonly from: number | null
  readonly to: number | null
  readonly buckets: number
  /** The rows of a view instead of all lines. */
  readonly rows: ViewTally<Extent> | null
  /** What that view is of, to tell short ranges by its lines; without it they are told by its rows. */
  readonly view?: ViewState
  readonly entryRule?: EntryRule
}

/** What a log says of itself, wherever its server stands. */
type Surveyed<Answer> = Omit<Answer, 'zone'>

/** The times and levels of a log. */
export class LogSurvey {
  readonly #source: SurveySource
  readonly #surveys = new Map<Generation, GenerationSurvey>()
  /** Called when more lines are counted, or the log is closed. */
  readonly #waiting = new Set<() => void>()
  #closed = false

  constructor(source: SurveySource) {
    this.#source = source
  }

  /**
   * Lines per part of a range, of what is surveyed by now: what is not is surveyed in the background,
   * on and on as often as somebody asks. See shared/histogram.ts for what is exact.
   */
  async histogram({
    rows,
    view,
    entryRule,
    byPosition = false,
    ...request
  }: HistogramRequest): Promise<Surveyed<Histogram>> {
    const surveys = await this.#known()
    const work = Promise.all(surveys.map((survey) => this.#attempt(() => survey.catchUp())))
    await Promise.race([work, delay(WAIT_MS, null, { ref: false })])
    const edges = byPosition ? null : await this.#edges(surveys)
    const { first, end } = this.#source.lineCount()
    const by = edges === null ? 'position' : 'time'
    const whole =
      edges === null ? { from: first, to: end } : { from: edges.first, to: edges.last + 1 }
    const from = request.from ?? whole.from
    const to = Math.max(from, request.to ?? whole.to)
    const parts =
      edges === null
        ? partsByLine(surveys, this.#source.timeline, first)
        : partsByTime(surveys, edges)
    const facts = {
      surveyed: surveys.reduce((sum, survey) => sum + survey.surveyed, 0),
      total: surveys.reduce((sum, survey) => sum + survey.total, 0),
    }
    if (from === to) return { by, from, to, whole, buckets: [], ...facts }
    const sum = createHistogram(from, to, request.buckets)
    const of = { view: view ?? null, ...(entryRule && { entryRule }) }
    const asked: Buckets = { by, from, to, buckets: request.buckets, ...of }
    let knowsLevels = true
    if (rows === null) await this.#addLines(sum, parts, asked)
    else if (!(await this.#addMatches(sum, parts, asked))) {
      addRows(sum, parts, rows)
      knowsLevels = rows.knowsLevels
    }
    return { by, from, to, whole, buckets: sum.buckets(knowsLevels), ...facts }
  }

  /** The first line whose time is `time` or later, and the log's first and last time. */
  async lineAt(time: number): Promise<Surveyed<LineAt>> {
    const edges = await this.#edges(await this.#known())
    const line = await this.lineAtTime(time)
    return { line, first: edges?.first ?? null, last: edges?.last ?? null }
  }

  /**
   * The number of the first line whose time is `time` or later; null when all are before, or the lines
   * have none. Waits until the lines before it are counted. See engine/survey/seek-task.ts.
   */
  async lineAtTime(time: number): Promise<LineNumber | null> {
    for (const { generation, format } of await this.#known()) {
      const { engineFile: file, from, finished } = generation
      if (file === null || format === null) continue
      const task = { file, from, to: finished, end: finished, at: time, format }
      const answer = await this.#attempt(() => this.#source.engine.run('seek', task))
      if (answer === null || answer.found === null) continue
      const line = await this.#lineOf(generation, answer.found.offset)
      if (line !== null) return line
    }
    return null
  }

  /** More lines are counted than before. */
  poke(): void {
    for (const wake of this.#waiting) wake()
  }

  /** The log forgets a generation. */
  forget(generation: Generation): void {
    this.#surveys.get(generation)?.close()
    this.#surveys.delete(generation)
    this.poke()
  }

  /** The lines of the log are others: everything is surveyed anew. */
  restart(): void {
    for (const survey of this.#surveys.values()) survey.close()
    this.#surveys.clear()
    this.poke()
  }

  close(): void {
    this.#closed = true
    this.restart()
  }

  /** The surveys of the generations that can be read, in the order of the log, with their formats. */
  async #known(): Promise<readonly GenerationSurvey[]> {
    const { timeline, engine } = this.#source
    if (this.#closed) return []
    const generations = new Set<Generation>()
    for (const entry of timeline.entries) {
      if (entry.kind === 'extent' && entry.generation.readable) generations.add(entry.generation)
    }
    const surveys = [...generations].map((generation) => {
      const survey = this.#surveys.get(generation) ?? new GenerationSurvey(generation, engine)
      this.#surveys.set(generation, survey)
      return survey
    })
    await Promise.all(surveys.map((survey) => this.#attempt(() => survey.detect())))
    return surveys
  }

  /** Null when no line has a time. */
  async #edges(surveys: readonly GenerationSurvey[]): Promise<TimeEdges | null> {
    const all: TimeEdges[] = []
    for (const { generation, format } of surveys) {
      if (format === null) continue
      const edges = await this.#attempt(() => timeEdges(generation, format))
      if (edges !== null) all.push(edges)
    }
    if (all.length === 0) return null
    return {
      first: Math.min(...all.map(({ first }) => first)),
      last: Math.max(...all.map(({ last }) => last)),
    }
  }

  /** Adds the lines of a view one by one; false, with nothing added, where they are to be told by block. */
  async #addMatches(
    sum: HistogramSum,
    parts: readonly SurveyPart[],
    wanted: Buckets,
  ): Promise<boolean> {
    if (wanted.view === null || !isPlain(wanted.view)) return false
    const tasks = planExact(parts, wanted)
    if (tasks === null) return false
    const answers = await this.#spread(tasks)
    if (answers.some((answer, at) => answer === null && tasks[at] !== null)) return false
    for (const answer of answers) if (answer !== null) sum.addBuckets(answer.levels)
    return true
  }

  #spread(tasks: readonly (SpreadTask | null)[]): Promise<readonly (SpreadResult | null)[]> {
    return Promise.all(
      tasks.map((task) =>
        task === null ? null : this.#attempt(() => this.#source.engine.run('spread', task)),
      ),
    )
  }

  async #addLines(sum: HistogramSum, parts: readonly SurveyPart[], wanted: Buckets): Promise<void> {
    const answers = await this.#spread(planExact(parts, wanted) ?? [])
    for (const [at, part] of parts.entries()) {
      const answer = answers[at]
      if (answer == null) addBlocks(sum, part)
      else sum.addBuckets(answer.levels)
    }
  }

  /** The number of the line that starts at `offset`, as soon as it is counted; null when it is gone. */
  async #lineOf(generation: Generation, offset: number): Promise<LineNumber | null> {
    const isAround = (entry: Timeline['entries'][number]): entry is Extent =>
      entry.kind === 'extent' &&
      entry.generation === generation &&
      entry.from <= offset &&
      offset < entry.to
    for (;;) {
      const extent = this.#source.timeline.entries.find(isAround)
      if (extent === undefined || this.#closed || !generation.readable) return null
      const { firstLine, fromLine } = extent
      if (firstLine !== null && fromLine !== null && generation.index.bytes >= offset) {
        const locator = createLocator(generation, generation.index, generation.encoding)
        const line = await this.#attempt(() => locator.lineAtOffset(offset))
        return line === null ? null : lineNumber(firstLine + line - fromLine)
      }
      await this.#poked()
    }
  }

  #poked(): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake)
        resolve()
      }
      this.#waiting.add(wake)
    })
  }

  /** Null where the world failed: the follower finds out what happened to the file. */
  async #attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof BytesGone) this.#source.look()
      else if (!(error instanceof Error && error.name === 'AbortError')) {
        this.#source.ownLog.warn('A log could not be surveyed.', { error: String(error) })
      }
      return null
    }
  }
}
