/**
 * The border between the server and the engine's threads: every task with what it takes, what it
 * tells on the way and what it answers. Tasks hold no state between them: whoever asks keeps the
 * numbers that come back, so a thread that dies takes nothing with it.
 */
import type { Encoding } from '../../shared/encoding.ts'
import type { LineText } from '../../shared/protocol.ts'
import type { Query } from '../../shared/query.ts'
import type { TimeNotation } from '../../shared/time/time-notation.ts'
import type { TimePlace } from '../../shared/time/time-place.ts'

/** A generation's bytes at rest, as every thread can read them. */
export interface EngineFile {
  /** The file's descriptor: valid in all threads of the process until `Engine.release` has resolved. */
  readonly fd: number
  readonly encoding: Encoding
  /**
   * What the file begins with, at most 1 KiB. A task compares it after reading: a file that begins
   * otherwise was rewritten, and the task fails with BytesGone.
   */
  readonly head: Uint8Array
  /**
   * The bytes from offset `from` on, where they are in no file any more: a small file that somebody
   * emptied is held in memory. `fd` is -1 then.
   */
  readonly held?: { readonly from: number; readonly bytes: Uint8Array }
}

/** Counts newlines per block. `from` is the start of a block. */
export interface CountTask {
  readonly file: EngineFile
  readonly from: number
  readonly to: number
}
export interface CountPiece {
  /** Start of the first block counted. */
  readonly from: number
  /** After the last byte counted. */
  readonly to: number
  /** Newlines in each block from `from` on; the last block may be cut by `to`. */
  readonly newlines: Uint32Array
}
export interface CountResult {
  /** After the last byte counted: below the task's `to` when the file ended before. */
  readonly to: number
}

/** Reads lines. */
export interface LinesTask {
  readonly file: EngineFile
  /** A line start; or the start of a block, of which `skip` newlines are passed over first. */
  readonly from: number
  readonly skip: number
  /** No line that ends after this offset is read: usually the end of the last finished line. */
  readonly end: number
  readonly maxLines: number
  readonly maxLineBytes: number
  readonly maxBytes: number
  /** What stands without a newline before `end`: held back, or a line of its own. */
  readonly unfinished: 'held' | 'line'
}
export interface LinesResult {
  readonly lines: LineText[]
  /** Offset at which the first line starts. */
  readonly start: number
  /** For each line the offset right after it and its ending. */
  readonly ends: number[]
}

/** Reads bytes: part of a long line, or a block. Answers fewer only where the file ends. */
export interface BytesTask {
  readonly file: EngineFile
  readonly from: number
  readonly to: number
}

/**
 * What a search or a survey goes over: the lines (with `query.entries`: the entries) that start in
 * `[from, to)`. Threads share a long range in parts, and a part begins where a block does: so `from`
 * may be any offset. The task looks at what stands before it, and begins with the first line that
 * starts at or after it.
 */
export interface ScanRange {
  readonly from: number
  readonly to: number
  /**
   * A line starts at `from` whatever stands before it: where a run of lines begins at bytes that a
   * truncation kept, in the middle of what was a line.
   */
  readonly lineStart?: boolean
}

/** What a query is asked of. */
export interface SearchTask extends ScanRange {
  readonly file: EngineFile
  readonly query: Query
  /** After the last finished line: what is read of a line that starts before `to` ends here at most. */
  readonly end: number
  readonly entryRule: EntryRule
  /** Whether the hits' levels are counted too. */
  readonly levels: boolean
  /**
   * Where the search began of which this range is a part: matches before it have context too, and
   * entries that start before it have lines.
   */
  readonly scannedFrom?: number
}

/**
 * Hits per block. A hit counts in the block in which its line starts; with whole entries all lines of
 * an entry count in the block in which the entry starts. Pieces come in order and touch. Two pieces
 * can share a block: what they tell of it adds up, in order too: with context a piece can tell of
 * blocks before its own.
 */
export interface SearchPiece {
  /** Every line that starts before this offset is counted; none that starts at or after it. */
  readonly to: number
  /** The number of the block that `hits` begins with. */
  readonly block: number
  readonly hits: Uint32Array
  /** Blocks whose last line is longer than can be looked at again at once, and is a hit. */
  readonly long: readonly number[]
  /** LEVELS.length counts per block of `hits`, when asked for. */
  readonly levels: Uint32Array | null
  /** With whole entries: the last one that this piece tells of; as in the result. */
  readonly lastEntry?: LastEntry | null
}
/** An entry that may not be over yet. */
export interface LastEntry {
  readonly from: number
  /** How many of the hits told are its own. */
  readonly hits: number
  /** The place in LEVELS that its hits count at; left out where levels are not counted. */
  readonly level?: number
}
export interface SearchResult {
  /**
   * Every line that starts before this offset is counted. Below the range's `to` only where the file
   * ends before; beyond it after a line that goes on over it.
   */
  readonly to: number
  /**
   * With whole entries: the last entry, which lines after `end` may go on. Whoever searches on takes
   * its hits back and begins at its start. Null or left out without entries, and where no entry starts
   * in the range.
   */
  readonly lastEntry?: LastEntry | null
}

/** The hits of some blocks, found again: a view keeps counts, never positions. */
export interface HitsTask {
  readonly file: EngineFile
  readonly query: Query
  readonly entryRule: EntryRule
  readonly end: number
  /** Blocks in order, each with what the search told of it and the part of it that was searched. */
  readonly blocks: readonly {
    readonly block: number
    readonly long: boolean
    /**
     * What was searched around it: only lines (entries) that start in `[from, to)` count. A line
     * starts at `from` whatever stands before it, see {@link ScanRange}.
     */
    readonly from: number
    readonly to: number
  }[]
  /** Hits passed over in the first of the blocks. */
  readonly skip: number
  readonly max: number
  readonly maxLineBytes: number
  readonly maxBytes: number
}
export interface Hit {
  /** Start of the line. */
  readonly offset: number
  /** The block in which it starts, and the newlines in that block before it: its number, with an index. */
  readonly block: number
  readonly newlinesBefore: number
  readonly line: LineText
  /** With `query.heads`: how many lines its entry has. */
  readonly entryLines?: number
}
export interface HitsResult {
  readonly hits: readonly Hit[]
}

/**
 * How the entries of a log begin (see engine/entry): with a time, with the word of a level, with
 * whatever does not look like the continuation of what stands before, or each line is one.
 */
export type EntryRule =
  | { readonly kind: 'timestamp'; readonly format: TimeFormat }
  | { readonly kind: 'level' }
  | { readonly kind: 'indentation' }
  | { readonly kind: 'line' }

/** A way of writing times, found in the first lines of a log; see shared/time. */
export interface TimeFormat {
  readonly notation: TimeNotation
  readonly place: TimePlace
  /** Minutes east of UTC for times without a zone; null for the zone that this server runs in. */
  readonly zoneMinutes: number | null
  /** When the file was last changed, in ms since 1970: a time without a year lies near it. */
  readonly lastChange: number
}

/** Levels and times per block. */
export interface SurveyTask extends ScanRange {
  readonly file: EngineFile
  readonly end: number
  readonly format: TimeFormat | null
}
/** Pieces come in order and touch, and can share a block, like those of a search. */
export interface SurveyPiece {
  /** Every line that starts before this offset is counted; none that starts at or after it. */
  readonly to: number
  readonly block: number
  /** LEVELS.length counts per block, of the lines that start in it. */
  readonly levels: Uint32Array
  /** The first time in each block, in ms since 1970; NaN where none stands. */
  readonly times: Float64Array
}

/**
 * Finds the first line whose time is `at` or later, among the lines that start in `[from, to)`;
 * `from` is a line start. See engine/survey/seek-task.ts for how much disorder it takes.
 */
export interface SeekTask {
  readonly file: EngineFile
  readonly from: number
  readonly to: number
  readonly end: number
  readonly at: number
  readonly format: TimeFormat
}
/** The line found, with its time; null when all times are before. */
export interface SeekResult {
  readonly found: { readonly offset: number; readonly time: number } | null
}

/**
 * Counts the levels of some lines in `buckets` equal parts of `[low, high)`: of time, or where there
 * is no format of their numbers, counted from 0 for the first line of the range. A line without a time
 * counts with the one before it.
 */
export interface SpreadTask extends ScanRange {
  readonly file: EngineFile
  readonly end: number
  readonly format: TimeFormat | null
  readonly low: number
  readonly high: number
  readonly buckets: number
  /** Counts the lines only that match, without their context; all when left out. */
  readonly query?: Query
  /** For a query of entries. */
  readonly entryRule?: EntryRule
  /** Only what lies in this part of `[low, high)`. */
  readonly within?: { readonly from: number; readonly to: number }
}
export interface SpreadResult {
  /** LEVELS.length counts per bucket. */
  readonly levels: Float64Array
}

/** All tasks by name. */
export interface EngineTasks {
  count: { task: CountTask; piece: CountPiece; result: CountResult }
  lines: { task: LinesTask; piece: never; result: LinesResult }
  bytes: { task: BytesTask; piece: never; result: Uint8Array }
  search: { task: SearchTask; piece: SearchPiece; result: SearchResult }
  hits: { task: HitsTask; piece: never; result: HitsResult }
  survey: { task: SurveyTask; piece: SurveyPiece; result: { readonly to: number } }
  seek: { task: SeekTask; piece: never; result: SeekResult }
  spread: { task: SpreadTask; piece: never; result: SpreadResult }
}
export type TaskKind = keyof EngineTasks
