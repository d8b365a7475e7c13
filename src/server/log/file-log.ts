/*
 * A log out of one path: the one place where what the follower tells, the timeline, the numbers and the
 * marks are kept in step. Longer than most files because each event touches all of them.
 */
import { Readable } from 'node:stream'
import { assertNever } from '../../shared/assert-never.ts'
import type { Encoding } from '../../shared/encoding.ts'
import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import {
  type LinesTail,
  type LinesWindow,
  type LogId,
  type LogOrigin,
  type LogPhase,
  type LogState,
  MAX_DISPLAY_LINE_BYTES,
  MAX_WINDOW_BYTES,
  MAX_WINDOW_LINES,
} from '../../shared/protocol.ts'
import { BytesGone } from '../engine/byte-source.ts'
import type { Engine } from '../engine/engine.ts'
import type { KeptIndexes } from '../engine/kept-index/kept-indexes.ts'
import { Follower, type FollowerEvent } from '../follow/follower.ts'
import type { Generation, Grown } from '../follow/generation.ts'
import type { OwnLog } from '../own-log.ts'
import { countErrors } from './count-errors.ts'
import { countEnds, countLines, type LineCount } from './count-lines.ts'
import { type ExportRange, exportLog } from './export-log.ts'
import type { ExportPiece } from './export-piece.ts'
import { type Kept, KeptGenerations } from './kept-generations.ts'
import { type LinePartRead, readLinePart } from './line-part.ts'
import { createLineReader } from './line-reader.ts'
import type { Log, LogChange } from './log.ts'
import { LogViews } from './log-views.ts'
import { createMarks } from './marks.ts'
import { positionBeforeLast } from './position.ts'
import { readExtent, readNumberedLines } from './read-lines.ts'
import { LogSurvey } from './survey.ts'
import { createTimeline, type Extent, type Timeline, type TimelineEvent } from './timeline.ts'

/** How often deleted files are looked for, in ms. */
const RETENTION_CHECK_MS = 60 * 1000

/** Bytes per piece of a download. */
const RAW_READ_BYTES = 256 * 1024

export interface FileLogOptions {
  readonly id: LogId
  readonly name: string
  readonly origin: LogOrigin
  readonly path: string
  readonly engine: Engine
  /** Where the indexes of its files are kept; left out, none is. */
  readonly keptIndexes?: KeptIndexes | null
  readonly ownLog: OwnLog
  readonly encoding?: Encoding
  /** The folder that no link may lead out of, when the log was found in one. */
  readonly within?: string | null
}

/** A log out of one path: what the follower tells, as lines with numbers and a state to show. */
export class FileLog implements Log {
  readonly id: LogId
  readonly path: string
  readonly timeline: Timeline = createTimeline()
  readonly views: LogViews
  readonly survey: LogSurvey
  readonly #options: FileLogOptions
  readonly #follower: Follower
  readonly #listeners = new Set<(change: LogChange) => void>()
  readonly #retention: NodeJS.Timeout
  readonly #counting = new Set<Extent>()
  readonly #kept = new KeptGenerations()
  readonly #marks = createMarks()
  readonly #closed = new AbortController()
  #count: LineCount = { first: 0, end: 0, complete: true }
  #rotations = 0
  #phase: LogPhase | null = null
  #notes: { readonly event: Omit<TimelineEvent, 'at'>; readonly offset: number }[] = []

  constructor(options: FileLogOptions) {
    this.id = options.id
    this.path = options.path
    this.#options = options
    this.survey = new LogSurvey({
      timeline: this.timeline,
      engine: options.engine,
      ownLog: options.ownLog,
      lineCount: () => this.#count,
      look: () => this.look(),
    })
    this.views = new LogViews({
      id: options.id,
      timeline: this.timeline,
      engine: options.engine,
      ownLog: options.ownLog,
      lineAtTime: (ms) => this.survey.lineAtTime(ms),
      look: () => this.look(),
    })
    this.#follower = new Follower({
      path: options.path,
      engine: options.engine,
      keptIndexes: options.keptIndexes ?? null,
      ownLog: options.ownLog,
      encoding: options.encoding ?? null,
      within: options.within ?? null,
      onEvent: (event) => this.#take(event),
    })
    this.#retention = setInterval(
      () => this.#unattended(this.#releaseDeleted()),
      RETENTION_CHECK_MS,
    )
    this.#retention.unref()
  }

  state(): LogState {
    const current = this.#follower.current
    return {
      id: this.id,
      name: this.#options.name,
      origin: this.#options.origin,
      phase: this.#phase ?? this.#follower.phase,
      first: lineNumber(this.#count.first),
      end: lineNumber(this.#count.end),
      bytes: current?.size ?? 0,
      indexed: this.#count.complete ? (current?.size ?? 0) : (current?.index.bytes ?? 0),
      errors: this.#kept.errors,
      rotations: this.#rotations,
      encoding: current?.encoding ?? this.#options.encoding ?? 'utf-8',
      watch: this.#follower.watchMode,
      partial: current?.partial ?? null,
      marks: [...this.#marks.placed],
    }
  }

  async lines(from: LineNumber, to: LineNumber): Promise<LinesWindow> {
    const { first, end } = this.#count
    const start = lineNumber(Math.min(Math.max(from, first), Math.max(end, first)))
    const stop = Math.min(to, end, start + MAX_WINDOW_LINES)
    const lines =
      stop > start
        ? await readNumberedLines(this.timeline, this.#options.engine, start, lineNumber(stop))
        : []
    return {
      from: start,
      lines,
      first: lineNumber(this.#count.first),
      end: lineNumber(this.#count.end),
    }
  }

  linePart(line: LineNumber, from: number, bytes: number): Promise<LinePartRead> {
    return readLinePart(this.timeline, line, from, bytes)
  }

  async tail(count: number): Promise<LinesTail> {
    const wanted = Math.min(count, MAX_WINDOW_LINES)
    const start = await positionBeforeLast(this.timeline, wanted)
    const limits = { maxLineBytes: MAX_DISPLAY_LINE_BYTES, maxBytes: MAX_WINDOW_BYTES }
    const reader = createLineReader(
      this.timeline,
      start,
      async (extent, offset) => {
        const { lines, nextOffset } = await readExtent(extent, offset, wanted, limits)
        return { payload: lines, lines: lines.length, nextOffset }
      },
      () => this.look(),
    )
    const lines: LinesTail['lines'] = []
    while (lines.length < wanted) {
      const item = await reader.next()
      if (item === null) break
      if (item.kind === 'piece') lines.push(...item.payload)
    }
    return { lines: lines.slice(0, wanted) }
  }

  raw(): Readable {
    const current = this.#follower.current
    return Readable.from(current === null ? [] : bytesOf(current), { objectMode: false })
  }

  export(range: ExportRange, signal: AbortSignal): AsyncGenerator<ExportPiece, void> {
    const { timeline, views } = this
    const source = {
      timeline,
      views,
      lineCount: () => this.#count,
      looked: () => this.looked(),
    }
    return exportLog(source, range, AbortSignal.any([signal, this.#closed.signal]))
  }

  setEncoding(encoding: Encoding): void {
    this.#unattended(this.#changeEncoding(encoding))
  }

  onChange(listener: (change: LogChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Looks at the file now. */
  look(): void {
    this.#follower.look()
  }

  /** Resolves when the file was looked at once, so that a first answer shows what is there. */
  looked(): Promise<void> {
    return this.#follower.looked()
  }

  /** Shows another phase than the file's: that of the remote stream that fills it. */
  showPhase(phase: LogPhase): void {
    this.#phase = phase
    this.#tell('state')
  }

  /** Notes what happened at the other end of a remote stream, after the bytes before `offset`. */
  note(event: Omit<TimelineEvent, 'at'>, offset: number): void {
    this.#notes.push({ event, offset })
    const { newest } = this.#kept
    if (newest !== undefined) this.#tellNotes(newest)
  }

  async close(): Promise<void> {
    clearInterval(this.#retention)
    this.#closed.abort()
    this.#listeners.clear()
    this.views.close()
    this.survey.close()
    await this.#follower.close()
    await this.#kept.close()
  }

  #take(event: FollowerEvent): void {
    switch (event.kind) {
      case 'opened':
        this.#keep(event.generation)
        this.#recount()
        this.#tell('state')
        break
      case 'grew':
        this.#grow(event.generation, event.grown)
        this.#tell('appended')
        break
      case 'indexed':
        this.#recount()
        this.#tell('appended')
        break
      case 'rotated':
      case 'truncated':
        this.#rotations += 1
        this.#happen({ kind: event.kind, reason: null, bytes: null, lines: null })
        break
      case 'gone':
        this.#happen({ kind: 'gone', reason: event.reason, bytes: null, lines: null })
        break
      case 'back':
        this.#happen({ kind: 'back', reason: null, bytes: null, lines: null })
        break
      case 'phase':
        this.#tell('state')
        break
      default:
        assertNever(event, 'follower event')
    }
  }

  #keep(generation: Generation): void {
    const { from, finished } = generation
    this.timeline.extend(generation, from, finished)
    this.#kept.add(generation, finished)
    const surplus = this.#kept.takeSurplus()
    if (surplus !== undefined) this.#forget(surplus)
  }

  #grow(generation: Generation, grown: Grown | null): void {
    const kept = this.#kept.of(generation)
    if (kept === undefined) return
    if (grown?.bytes) kept.errors.append(grown.bytes, generation.encoding)
    else if (grown !== null) this.#unattended(this.#countErrors(kept, grown))
    this.#tellNotes(kept)
    this.#extend(kept, generation.finished)
    this.#recount()
  }

  async #countErrors({ generation, errors }: Kept, grown: Grown): Promise<void> {
    errors.skip()
    try {
      await countErrors(this.#options.engine, generation, grown, (found) => errors.add(found))
    } catch (error) {
      // Overwritten before it was counted: the next look finds that out and says it.
      if (!(error instanceof BytesGone)) throw error
    }
    this.#tell('state')
  }

  #extend(kept: Kept, to: number): void {
    if (to <= kept.told) return
    this.timeline.extend(kept.generation, kept.told, to)
    kept.told = to
  }

  /** Puts the notes whose place was reached between the lines that they stand between. */
  #tellNotes(kept: Kept): void {
    const reached = this.#notes.filter((note) => note.offset <= kept.generation.finished)
    if (reached.length === 0) return
    this.#notes = this.#notes.filter((note) => !reached.includes(note))
    for (const { event, offset } of reached) {
      this.#extend(kept, offset)
      this.#happen(event)
    }
  }

  #happen(event: Omit<TimelineEvent, 'at'>): void {
    const happened = { ...event, at: Date.now() }
    this.#marks.add(this.timeline.next, happened)
    this.timeline.happen(happened)
    this.#recount()
    this.#tell('state')
  }

  #recount(): void {
    this.#count = countLines(this.timeline, (extent) => {
      void this.#countEnds(extent)
    })
    if (this.#count.complete) this.#marks.place(this.timeline, this.#count.end)
  }

  async #countEnds(extent: Extent): Promise<void> {
    if (this.#counting.has(extent)) return
    this.#counting.add(extent)
    try {
      await countEnds(extent)
    } catch {
      // Its bytes went away before they were counted: lines that cannot be read need no numbers.
      extent.counted = true
    } finally {
      this.#counting.delete(extent)
    }
    this.#recount()
    this.#tell('appended')
  }

  /** Its lines keep their numbers, and can be read no more. */
  #forget({ generation }: Kept): void {
    this.timeline.drop(generation)
    this.views.forget(generation)
    this.survey.forget(generation)
    this.#unattended(generation.close())
  }

  async #releaseDeleted(): Promise<void> {
    const deleted = await this.#kept.takeDeleted(this.#follower.current)
    if (deleted.length === 0) return
    for (const kept of deleted) this.#forget(kept)
    this.#recount()
    this.#tell('state')
  }

  async #changeEncoding(encoding: Encoding): Promise<void> {
    await this.#follower.changeEncoding(encoding)
    for (const kept of this.#kept.all) {
      if (kept.generation !== this.#follower.current) {
        await kept.generation.changeEncoding(encoding)
      }
    }
    for (const entry of this.timeline.entries) {
      if (entry.kind !== 'extent') continue
      entry.fromLine = entry.from === 0 ? 0 : null
      entry.counted = false
    }
    this.#recount()
    this.survey.restart()
    this.views.restart()
    this.#tell('state')
  }

  /** Nobody waits for this work, and its file may fail under it at any moment: that is no fault of ours. */
  #unattended(work: Promise<void>): void {
    work.catch((error: unknown) => {
      const facts = { path: this.path, error: String(error) }
      this.#options.ownLog.warn('The file of a log failed.', facts)
    })
  }

  #tell(change: LogChange): void {
    this.survey.poke()
    if (change === 'appended') this.views.grew()
    else this.views.settle()
    for (const listener of this.#listeners) listener(change)
  }
}

async function* bytesOf(generation: Generation): AsyncGenerator<Uint8Array> {
  const end = generation.size
  for (let at = generation.from; at < end; ) {
    const bytes = await generation.read(at, Math.min(RAW_READ_BYTES, end - at))
    if (bytes.length === 0) return
    at += bytes.length
    yield bytes
  }
}
