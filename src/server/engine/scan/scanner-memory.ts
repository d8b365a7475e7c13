import { LEVELS } from '../../../shared/level.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import { MAX_NEEDLE_BYTES } from './needle.ts'
import { LINES_PER_CALL } from './scanner.ts'

const PAGE_BYTES = 64 * 1024

/** The kernels load whole vectors, up to this far before and after a range. */
const MARGIN_BYTES = 128

/** What a level's kernel writes a line without its colours into. */
const SCRATCH_BYTES = 1024

/** Room for four of the longest needles, or for hundreds of usual ones, each with its folds. */
const NEEDLES_BYTES = 8 * (MAX_NEEDLE_BYTES + 16)

/** Where everything lies in the memory of a scanner: addresses in bytes. It never grows, so that views of it stay. */
export interface ScannerMemory {
  readonly memory: WebAssembly.Memory
  readonly scratch: number
  readonly needles: number
  readonly needlesEnd: number
  readonly starts: number
  readonly ends: number
  readonly hits: number
  /** One row of LEVELS.length counts for each block that a range can touch. */
  readonly counts: number
  /** The first byte of the scanner's buffer: more than a block behind 0, so that no origin is below. */
  readonly base: number
}

/** Lays out the memory of a scanner whose buffer has `capacity` bytes. */
export function layOutMemory(capacity: number): ScannerMemory {
  const blocks = Math.ceil(capacity / BLOCK_BYTES) + 1
  let end = MARGIN_BYTES
  const take = (bytes: number): number => {
    const address = end
    end += Math.ceil(bytes / MARGIN_BYTES) * MARGIN_BYTES
    return address
  }
  const scratch = take(SCRATCH_BYTES + MARGIN_BYTES)
  const needles = take(NEEDLES_BYTES)
  const starts = take((LINES_PER_CALL + 1) * Uint32Array.BYTES_PER_ELEMENT)
  const ends = take(LINES_PER_CALL * Uint32Array.BYTES_PER_ELEMENT)
  const hits = take(LINES_PER_CALL * Uint32Array.BYTES_PER_ELEMENT)
  const counts = take(blocks * LEVELS.length * Uint32Array.BYTES_PER_ELEMENT)
  take(MARGIN_BYTES)
  // Reads into whole pages of memory are a little faster than across their edges.
  end = Math.ceil(end / PAGE_BYTES) * PAGE_BYTES
  const base = take(capacity + MARGIN_BYTES)
  const pages = Math.ceil(end / PAGE_BYTES)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  return {
    memory,
    scratch,
    needles,
    needlesEnd: needles + NEEDLES_BYTES,
    starts,
    ends,
    hits,
    counts,
    base,
  }
}
