import type { Encoding } from '../../../shared/encoding.ts'
import { LEVELS, levelOf } from '../../../shared/level.ts'
import { BLOCK_BYTES, blockOf } from '../block-index.ts'
import { decodeLine } from '../decode.ts'
import type { Scanner } from '../scan/scanner.ts'
import { chunkLines } from './chunk-lines.ts'
import type { LineChunk } from './line-chunks.ts'

/** How much of a UTF-16 line is decoded, in bytes: a level stands in its first 256 characters, beside colours. */
const LEVEL_BYTES = 4096

/** The level of the line `[from, to)` of the scanner's buffer, as its place in LEVELS. */
export type LevelReader = (from: number, to: number) => number

/** Reads levels fast where a byte is a character, and by decoding in UTF-16. */
export function createLevelReader(scanner: Scanner, encoding: Encoding): LevelReader {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return (from, to) => {
      const line = scanner.buffer.subarray(from, Math.min(to, from + LEVEL_BYTES))
      return LEVELS.indexOf(levelOf(decodeLine(line, encoding)))
    }
  }
  return (from, to) => scanner.levelOfLine(from, to, encoding)
}

/**
 * Adds the levels of a chunk's lines to rows of LEVELS.length counts, one row per block; the first
 * row is that of the block in which the chunk begins.
 */
export function createLevelCounter(
  scanner: Scanner,
  encoding: Encoding,
): (chunk: LineChunk, rows: Uint32Array) => void {
  const levelOfLine = createLevelReader(scanner, encoding)

  function addTo(rows: Uint32Array, cell: number, count: number): void {
    rows[cell] = (rows[cell] ?? 0) + count
  }

  return (chunk, rows) => {
    const { from, to, offset } = chunk
    if (!chunk.whole) {
      addTo(rows, levelOfLine(from, to), 1)
      return
    }
    const origin = from - (offset % BLOCK_BYTES)
    if (encoding !== 'utf-16le' && encoding !== 'utf-16be') {
      const counts = scanner.countLevelsPerBlock(from, to, origin, encoding)
      for (let cell = 0; cell < counts.length; cell++) addTo(rows, cell, counts[cell] ?? 0)
      return
    }
    for (const [start, end] of chunkLines(chunk, scanner, encoding)) {
      const block = blockOf(start - origin)
      addTo(rows, block * LEVELS.length + levelOfLine(start, end), 1)
    }
  }
}
