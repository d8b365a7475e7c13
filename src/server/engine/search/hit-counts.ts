import { LEVELS } from '../../../shared/level.ts'
import { BLOCK_BYTES, blockOf } from '../block-index.ts'
import type { SearchPiece } from '../engine-task.ts'

/**
 * Bytes behind its block that a line may reach to be looked at again with it: no more than this is
 * read for the last line of a block.
 */
export const LOOK_AGAIN_BYTES = BLOCK_BYTES

/** Hits as they are counted, block by block, until they are told as a piece. */
export interface HitCounts {
  /** Counts hits of the line (or the entry) that starts at `offset`. */
  add(offset: number, hits: number): void
  /** Notes that the line at `offset` is a hit too long to be looked at again. */
  addLong(offset: number): void
  /** Counts `lines` hits of a level. */
  addLevel(offset: number, level: number, lines?: number): void
  /** Blocks that were counted in since the last piece. */
  readonly blocks: number
  /** What was counted since the last piece; `to` as in SearchPiece. */
  take(to: number): SearchPiece
}

/** Whether a line reaches farther behind its block than is read when it is looked at again. */
export function isLong(offset: number, end: number): boolean {
  return end > offset - (offset % BLOCK_BYTES) + BLOCK_BYTES + LOOK_AGAIN_BYTES
}

/**
 * Counts from the block of `from` on; `withLevels` counts the hits' levels too. A hit can be told up
 * to `late` bytes after its place was reached.
 */
export function createHitCounts(from: number, withLevels: boolean, late = 0): HitCounts {
  let first = blockOf(Math.max(0, from - late))
  let hits = new Uint32Array(256)
  let levels: Uint32Array<ArrayBuffer> | null = withLevels
    ? new Uint32Array(256 * LEVELS.length)
    : null
  let long: number[] = []
  let blocks = 0

  function rowOf(offset: number): number {
    const row = blockOf(offset) - first
    blocks = Math.max(blocks, row + 1)
    if (row >= hits.length) {
      hits = grown(hits, Math.max(row + 1, hits.length * 2))
      if (levels !== null) levels = grown(levels, hits.length * LEVELS.length)
    }
    return row
  }

  return {
    get blocks() {
      return blocks
    },
    add(offset, count) {
      const row = rowOf(offset)
      hits[row] = (hits[row] ?? 0) + count
    },
    addLong(offset) {
      long.push(blockOf(offset))
    },
    addLevel(offset, level, lines = 1) {
      const at = rowOf(offset) * LEVELS.length + level
      if (levels !== null) levels[at] = (levels[at] ?? 0) + lines
    },
    take(to) {
      const piece: SearchPiece = {
        to,
        block: first,
        hits: hits.slice(0, blocks),
        long,
        levels: levels?.slice(0, blocks * LEVELS.length) ?? null,
      }
      first = blockOf(Math.max(0, to - late))
      hits.fill(0)
      levels?.fill(0)
      long = []
      blocks = 0
      return piece
    },
  }
}

function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length)
  larger.set(array)
  return larger
}
