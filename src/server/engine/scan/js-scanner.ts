import { LEVELS, levelOf } from '../../../shared/level.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import { decodeLine } from '../decode.ts'
import { blockSpan } from './block-span.ts'
import { checkRange } from './check-range.ts'
import { type Needle, toLowerAscii } from './needle.ts'
import {
  type ByteEncoding,
  type HitLines,
  LINES_PER_CALL,
  type LineStarts,
  type Scanner,
} from './scanner.ts'

const LF = 0x0a

/**
 * A scanner without WASM, over a buffer of `capacity` bytes: the oracle of the other one, and what is
 * left where there is no SIMD. Buffer's searches run in C++; the rest takes what it takes.
 */
export function createJsScanner(capacity: number): Scanner {
  const buffer = Buffer.alloc(capacity)
  const starts = new Uint32Array(LINES_PER_CALL + 1)
  const ends = new Uint32Array(LINES_PER_CALL)
  const hits = new Uint32Array(LINES_PER_CALL)

  /** The position after the first line feed of the range; -1 when there is none. */
  function lineFeedEnd(from: number, to: number): number {
    const end = buffer.indexOf(LF, from) + 1
    return end > 0 && end <= to ? end : -1
  }

  function* linesOf(from: number, to: number): Generator<[start: number, end: number]> {
    for (let at = from; at < to; ) {
      const end = lineFeedEnd(at, to)
      const next = end === -1 ? to : end
      yield [at, next]
      at = next
    }
  }

  function countNewlines(from: number, to: number): number {
    checkRange(from, to, capacity)
    let count = 0
    for (let at = lineFeedEnd(from, to); at !== -1; at = lineFeedEnd(at, to)) count++
    return count
  }

  function levelOfLine(from: number, to: number, encoding: ByteEncoding): number {
    checkRange(from, to, capacity)
    return LEVELS.indexOf(levelOf(decodeLine(buffer.subarray(from, to), encoding)))
  }

  /** The first place of the needle in `bytes`, at or after `from`; -1 when nowhere. */
  function findIn(bytes: Buffer, needle: Needle, from: number): number {
    return from + needle.bytes.length > bytes.length ? -1 : bytes.indexOf(needle.bytes, from)
  }

  /** What a needle is looked for in: the bytes themselves, or a copy in lower case. */
  function folded(needle: Needle, from: number, to: number): Buffer {
    const bytes = buffer.subarray(from, to)
    return needle.ignoreCase ? Buffer.from(bytes.map(toLowerAscii)) : bytes
  }

  return {
    buffer,
    countNewlines,

    countNewlinesPerBlock(from, to, origin): Uint32Array {
      checkRange(from, to, capacity)
      const counts = new Uint32Array(blockSpan(from, to, origin))
      for (let block = 0; block < counts.length; block++) {
        const start = origin + block * BLOCK_BYTES
        counts[block] = countNewlines(Math.max(from, start), Math.min(to, start + BLOCK_BYTES))
      }
      return counts
    },

    afterNewlines(from, to, n): number {
      checkRange(from, to, capacity)
      let end = from
      for (let left = n; left > 0 && end !== -1; left--) end = lineFeedEnd(end, to)
      return end
    },

    lastNewlineEnd(from, to): number {
      checkRange(from, to, capacity)
      const found = buffer.subarray(from, to).lastIndexOf(LF)
      return found === -1 ? -1 : from + found + 1
    },

    lineStarts(from, to): LineStarts {
      checkRange(from, to, capacity)
      let count = 0
      starts[0] = from
      for (const [, end] of linesOf(from, to)) {
        starts[++count] = end
        if (count === LINES_PER_CALL) break
      }
      return { count, starts, next: starts[count] ?? to }
    },

    findNext(needle, from, to): number {
      checkRange(from, to, capacity)
      const found = findIn(folded(needle, from, to), needle, 0)
      return found === -1 ? -1 : from + found
    },

    findLines(needle, from, to): HitLines {
      checkRange(from, to, capacity)
      const bytes = folded(needle, from, to)
      let count = 0
      let next = from
      while (next < to && count < LINES_PER_CALL) {
        const found = findIn(bytes, needle, next - from)
        if (found === -1) {
          next = to
          break
        }
        const hit = from + found
        const before = hit === next ? -1 : buffer.subarray(next, hit).lastIndexOf(LF)
        const end = lineFeedEnd(hit, to)
        starts[count] = next + before + 1
        hits[count] = hit
        next = end === -1 ? to : end
        ends[count] = next
        count++
      }
      return { count, starts, ends, hits, next }
    },

    isAscii(from, to): boolean {
      checkRange(from, to, capacity)
      return buffer.subarray(from, to).every((byte) => byte < 0x80)
    },

    levelOfLine,

    countLevelsPerBlock(from, to, origin, encoding): Uint32Array {
      checkRange(from, to, capacity)
      const counts = new Uint32Array(blockSpan(from, to, origin) * LEVELS.length)
      for (const [start, end] of linesOf(from, to)) {
        const block = Math.floor((start - origin) / BLOCK_BYTES)
        const cell = block * LEVELS.length + levelOfLine(start, end, encoding)
        counts[cell] = (counts[cell] ?? 0) + 1
      }
      return counts
    },
  }
}
