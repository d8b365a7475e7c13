import type { Encoding } from '../../../shared/encoding.ts'
import type { Needle } from './needle.ts'

/** Encodings in which a line feed is the byte 0A and nothing else is. */
export type ByteEncoding = Exclude<Encoding, 'utf-16le' | 'utf-16be'>

/** Lines that one call tells at most: 16 Ki, more than a MiB of usual lines has. */
export const LINES_PER_CALL = 16 * 1024

/** Lines that follow each other without a gap. The array is overwritten by the next call. */
export interface LineStarts {
  readonly count: number
  /** Line `i` is `[starts[i], starts[i + 1])` with its ending, for `i` below `count`. */
  readonly starts: Uint32Array
  /** Where the next call goes on; `to` when that was all. */
  readonly next: number
}

/** Lines that have a needle. The arrays are overwritten by the next call. */
export interface HitLines {
  readonly count: number
  /** Where each line starts. */
  readonly starts: Uint32Array
  /** After each line and its line feed; `to` for one that has none. */
  readonly ends: Uint32Array
  /** Where the needle stands first in each line. */
  readonly hits: Uint32Array
  /** Where the next call goes on; `to` when that was all. */
  readonly next: number
}

/**
 * Looks at bytes, fast: the one place where every byte of a log passes. Callers read into `buffer`
 * and ask about `[from, to)` of it; all positions are those of the buffer, and a range outside of it
 * is a RangeError. Made for UTF-8 and windows-1252, where a line ends at the byte 0A; in UTF-16
 * line-ending.ts finds the ends.
 *
 * "Lines of a range" takes the range as it is: its first byte begins a line, its last one ends one,
 * with a line feed or without. So ranges are cut after line feeds, and a log's byte order mark is
 * left out of the first.
 *
 * "Per block" counts for each block of BLOCK_BYTES: `origin` is where the block begins that holds
 * `from`, at most a block before it and maybe before the buffer. Answers one number (or row) for
 * that block and each further one that the range touches; overwritten by the next call.
 *
 * Not re-entrant, and bound to its thread.
 */
export interface Scanner {
  /** The bytes to look at. The same array for the scanner's life. */
  readonly buffer: Uint8Array

  countNewlines(from: number, to: number): number
  /** Line feeds per block. */
  countNewlinesPerBlock(from: number, to: number, origin: number): Uint32Array

  /** The position after the `n`-th line feed (1 for the first); -1 when there are fewer. */
  afterNewlines(from: number, to: number, n: number): number
  /** The position after the last line feed; -1 when there is none. */
  lastNewlineEnd(from: number, to: number): number
  /** The lines of the range, {@link LINES_PER_CALL} at most. */
  lineStarts(from: number, to: number): LineStarts

  /** Where the needle stands first, whole in the range; -1 when nowhere. */
  findNext(needle: Needle, from: number, to: number): number
  /** The lines of the range that have the needle, {@link LINES_PER_CALL} at most. */
  findLines(needle: Needle, from: number, to: number): HitLines

  /** Whether no byte is above 7F: then bytes, characters and UTF-16 units are the same. */
  isAscii(from: number, to: number): boolean

  /** The level of the one line that the range is, as an index into LEVELS; what `levelOf` says of its text. */
  levelOfLine(from: number, to: number, encoding: ByteEncoding): number
  /** LEVELS.length counts per block, of the lines of the range that start in it. */
  countLevelsPerBlock(from: number, to: number, origin: number, encoding: ByteEncoding): Uint32Array
}
