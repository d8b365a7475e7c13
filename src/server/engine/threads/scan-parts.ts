import { BLOCK_BYTES } from '../block-index.ts'
import type { ScanRange } from '../engine-task.ts'

/**
 * Bytes of the first part: half a ms of scanning, so that the first hits are there at once. Each
 * further one is twice as large, up to parts of some ms, beside which handing them out (0.1 ms) is
 * little. A slow pattern takes 0.2 s for one of those, and pieces come on the way.
 */
const FIRST_PART_BYTES = 1024 * 1024
const MAX_PART_BYTES = 16 * 1024 * 1024

/** Cuts a range into parts that threads can share: they touch, and no block lies in two of them. */
export function* scanParts({ from, to, lineStart = false }: ScanRange): Generator<ScanRange> {
  let bytes = FIRST_PART_BYTES
  for (let at = from; at < to; bytes = Math.min(MAX_PART_BYTES, bytes * 2)) {
    const end = Math.min(to, at - (at % BLOCK_BYTES) + bytes)
    yield { from: at, to: end, lineStart: at === from && lineStart }
    at = end
  }
}
