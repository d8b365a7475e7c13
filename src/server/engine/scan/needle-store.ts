import { type Needle, toLowerAscii } from './needle.ts'

/** Vectors are compared whole, so a needle is filled up to a multiple of these. */
const VECTOR_BYTES = 16

/** A needle as the kernels want it: addresses of its bytes and of what is or-ed to the text's. */
export interface StoredNeedle {
  readonly bytes: number
  readonly folds: number
}

/**
 * Keeps needles in `[from, to)` of a scanner's memory, so that a query of several is not copied anew
 * for each line. When there is no room left all are forgotten: they come back when next used.
 */
export function createNeedleStore(memory: Uint8Array, from: number, to: number) {
  const stored = new Map<Needle, StoredNeedle>()
  let end = from

  return (needle: Needle): StoredNeedle => {
    const known = stored.get(needle)
    if (known !== undefined) return known
    const size = Math.ceil(needle.bytes.length / VECTOR_BYTES) * VECTOR_BYTES
    if (end + 2 * size > to) {
      stored.clear()
      end = from
    }
    const place = { bytes: end, folds: end + size }
    end += 2 * size
    // Behind the needle every byte passes: FF is what all become by FF.
    memory.fill(0xff, place.bytes, end)
    memory.set(needle.bytes, place.bytes)
    memory.set(
      needle.bytes.map((byte) => foldOf(byte, needle.ignoreCase)),
      place.folds,
    )
    stored.set(needle, place)
    return place
  }
}

/** What makes both cases of a letter the one that stands in the needle. */
function foldOf(byte: number, ignoreCase: boolean): number {
  return ignoreCase && toLowerAscii(byte ^ 0x20) === byte && byte >= 0x61 ? 0x20 : 0
}
