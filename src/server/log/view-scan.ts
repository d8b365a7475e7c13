/*
 * The search behind a view: over the runs of its log in order, and on as they grow. Longer than most
 * files: where it stands, what is left and what went wrong change together.
 */
import type { ViewPhase, ViewRequest } from '../../shared/views.ts'
import { BytesGone } from '../engine/byte-source.ts'
import { EngineLost, RunawayPattern } from '../engine/engine.ts'
import type { EngineFile, EntryRule, LastEntry, SearchResult } from '../engine/engine-task.ts'
import { Pacer } from '../pacer.ts'
import { entryRuleOf } from './entry-rule.ts'
import { Rest } from './rest.ts'
import type { Extent } from './timeline.ts'
import type { ViewSource } from './view-source.ts'
import { spanOf } from './view-span.ts'
import { type CountedRun, ViewTally } from './view-tally.ts'
import { WantedLines } from './wanted-lines.ts'

/** A growing log is searched on at most once per frame of a 60 Hz screen, in ms. */
const FRAME_MS = 16

/** When a file that failed is tried again, in ms: by then the follower has looked at it. */
const RETRY_MS = 250

/** For how long a file may fail of which the follower says that it is still the same, in ms. */
const PATIENCE_MS = 5000

/** Growth up to this many bytes is searched within a frame or two and no reason to show progress. */
const UNNOTICED_BYTES = 16 * 1024 * 1024

/** What a view asks of its log. */
export type Wanted = Pick<ViewRequest, 'query' | 'lines' | 'time'> &
  Partial<Pick<ViewRequest, 'levels'>>

/** What was looked at of a run. */
interface Part {
  readonly from: number
  to: number
}

/** How a round over the runs ended: all are counted, or the log must first be known better. */
type RoundEnd = 'current' | 'later'

/** Counts the matches of a query in a log. Nothing of them is kept but the tally. */
export class ViewScan {
  readonly tally = new ViewTally<Extent>()
  readonly #source: ViewSource
  readonly #wanted: Wanted
  readonly #lines: WantedLines
  readonly #onProgress: () => void
  readonly #ended = new AbortController()
  readonly #rest = new Rest()
  readonly #pacer = new Pacer(() => this.#scan(), FRAME_MS)
  #phase: ViewPhase = { kind: 'scanning' }
  #entryRule: EntryRule | null = null
  /** The entry of the timeline that is looked at, or comes next. */
  #sequence = 0
  /** The part of it that was looked at; null while its part is not known. */
  #part: Part | null = null
  /** Bytes of the parts before it. */
  #scannedBefore = 0
  #lastEntry: LastEntry | null = null
  #failingSince: number | null = null
  #retry: NodeJS.Timeout | null = null

  constructor(source: ViewSource, wanted: Wanted, onProgress: () => void) {
    this.#source = source
    this.#wanted = wanted
    this.#lines = new WantedLines(wanted, source.lineAtTime)
    this.#onProgress = onProgress
    this.#pacer.poke()
  }

  get phase(): ViewPhase {
    return this.#phase
  }

  /** How entries begin for this search: told by the first file that was searched. */
  get entryRule(): EntryRule {
    return this.#entryRule ?? { kind: 'indentation' }
  }

  /** Bytes looked at, and bytes to look at as far as is known. */
  get bytes(): { readonly scanned: number; readonly total: number } {
    const part = this.#part
    const scanned = this.#scannedBefore + (part === null ? 0 : part.to - part.from)
    // Behind a range there is nothing to look at, however much stands there.
    const done = this.#phase.kind === 'current' && this.#lines.restricted
    return { scanned, total: done ? scanned : scanned + this.#left() }
  }

  /** Goes on where the log has more, or is known better, than before. */
  poke(): void {
    if (!this.#ended.signal.aborted) this.#pacer.poke()
  }

  /** Begins nothing more for so long, in ms. */
  rest(ms: number): void {
    this.#rest.begin(ms)
  }

  /** Ends it for a reason; what was counted stays. */
  fail(reason: Extract<ViewPhase, { kind: 'failed' }>['reason']): void {
    this.#end({ kind: 'failed', reason })
  }

  /** Ends it because nobody wants more; what was counted stays. */
  stop(): void {
    this.#end({ kind: 'stopped' })
  }

  /** Ends it at once. */
  close(): void {
    this.#ended.abort()
    this.#pacer.close()
    if (this.#retry !== null) clearTimeout(this.#retry)
  }

  #end(phase: ViewPhase): void {
    if (this.#ended.signal.aborted) return
    this.close()
    this.#phase = phase
    this.#onProgress()
  }

  async #scan(): Promise<void> {
    try {
      const end = await this.#round()
      if (this.#ended.signal.aborted) return
      this.#failingSince = null
      this.#phase = end === 'current' ? { kind: 'current' } : { kind: 'scanning' }
      this.#onProgress()
    } catch (error) {
      if (this.#ended.signal.aborted) return
      if (error instanceof RunawayPattern) this.fail('runaway')
      else if (error instanceof EngineLost) this.fail('lost')
      else this.#tryAgain(error)
    }
  }

  /** The file is not what it was, or refuses to be read: the follower finds out which. */
  #tryAgain(error: unknown): void {
    const now = performance.now()
    this.#failingSince ??= now
    if (now - this.#failingSince > PATIENCE_MS) {
      const facts = { log: this.#source.id, error: String(error) }
      this.#source.ownLog.warn('A log could not be searched.', facts)
      this.fail('gone')
      return
    }
    this.#source.look()
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#pacer.poke(), RETRY_MS)
  }

  async #round(): Promise<RoundEnd> {
    while (!this.#ended.signal.aborted) {
      const extent = this.#nextRun()
      if (extent === null) return 'current'
      // First the end and then the range: a line that comes between the two is left for the next turn.
      const end = extent.to
      const range = await this.#lines.range()
      if (range === 'none') return 'current'
      const span = await spanOf(extent, range)
      if (span === null) return 'later'
      const to = Math.min(span.to, end)
      // Not before there is something in it: a range can begin at lines that are still to come.
      if (span.from < to) this.#part ??= { from: span.from, to: span.from }
      if (this.#part !== null && this.#part.to < to) await this.#count(extent, to, this.#part)
      else if (extent.to === end) {
        if (this.#source.timeline.at(extent.sequence + 1) === undefined) return 'current'
        this.#moveTo(extent.sequence + 1)
      }
    }
    return 'later'
  }

  /** The run that is looked at: when that one is gone, the one after it. */
  #nextRun(): Extent | null {
    const { timeline } = this.#source
    let entry = timeline.at(this.#sequence)
    while (entry?.kind === 'event') entry = timeline.at(entry.sequence + 1)
    if (entry === undefined) return null
    if (entry.sequence !== this.#sequence) this.#moveTo(entry.sequence)
    return entry
  }

  #moveTo(sequence: number): void {
    this.#scannedBefore = this.bytes.scanned
    this.#sequence = sequence
    this.#part = null
    this.#lastEntry = null
  }

  /** Counts up to `to` in a run: behind it the range that is wanted ends, or the last finished line. */
  async #count(extent: Extent, to: number, part: Part): Promise<void> {
    const file = extent.generation.engineFile
    if (file === null) {
      // Nobody can read it any more: what was counted of it stays.
      part.to = to
      return
    }
    if (to - part.to > UNNOTICED_BYTES) this.#phase = { kind: 'scanning' }
    const { last } = this.tally
    const counted = last?.run === extent ? last : this.tally.begin(extent, part.from)
    // What goes on behind a range does not belong to what is shown of it.
    counted.end = to
    try {
      if (this.#wanted.query.entries) this.#entryRule ??= await entryRuleOf(extent.generation)
      const result = await this.#search(counted, part, to)
      if (result.to < to) {
        throw new BytesGone(`The file ends at ${result.to} and not at ${to}, as it did.`)
      }
      part.to = to
      // Its log can have forgotten it meanwhile.
      if (this.tally.last !== counted) return
      counted.to = to
      this.#lastEntry = result.lastEntry ?? null
    } catch (error) {
      if (!(error instanceof BytesGone) || !this.#isLost(extent, file)) throw error
      // What was counted of it stays, though nobody can read it.
      part.to = to
    }
  }

  /**
   * Whether the bytes of a run are gone for good: the follower looks at the file behind the last run
   * and says what becomes of it, but an old file that is overwritten stays so.
   */
  #isLost(extent: Extent, file: EngineFile): boolean {
    if (this.#ended.signal.aborted) return false
    const isLast = this.#source.timeline.at(extent.sequence + 1) === undefined
    return !isLast && extent.generation.engineFile?.fd === file.fd
  }

  async #search(counted: CountedRun<Extent>, part: Part, to: number): Promise<SearchResult> {
    const { query } = this.#wanted
    const file = counted.run.generation.engineFile
    if (file === null) throw new BytesGone('The file was given back.')
    const from = this.#lastEntry?.from ?? part.to
    const takeBack = (): void => {
      // Not before its rows are found again: nobody sees them go and come.
      if (this.#lastEntry != null) this.tally.takeBack(this.#lastEntry)
      this.#lastEntry = null
    }
    const result = await this.#source.engine.run(
      'search',
      {
        file,
        query,
        from,
        to,
        end: counted.end,
        lineStart: from === counted.from,
        entryRule: this.entryRule,
        levels: this.#wanted.levels ?? false,
        scannedFrom: counted.from,
      },
      {
        signal: this.#ended.signal,
        turn: this.#rest.turn,
        onPiece: (piece) => {
          if (this.#ended.signal.aborted || this.tally.last !== counted) return
          takeBack()
          this.tally.add(piece)
          part.to = Math.min(piece.to, to)
          this.#failingSince = null
          this.#onProgress()
        },
      },
    )
    if (!this.#ended.signal.aborted && this.tally.last === counted) takeBack()
    return result
  }

  /** Bytes of the runs that are left, as far as they are known. */
  #left(): number {
    const { entries } = this.#source.timeline
    let left = 0
    for (let at = entries.length - 1; at >= 0; at--) {
      const entry = entries[at]
      if (entry === undefined || entry.sequence < this.#sequence) break
      if (entry.kind === 'event') continue
      const from = entry.sequence === this.#sequence ? (this.#part?.to ?? entry.from) : entry.from
      left += Math.max(0, entry.to - from)
    }
    return left
  }
}
