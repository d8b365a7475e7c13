/**
 * The bytes of a generation that were read last. Readers that keep up are served from here: they
 * cost no second read, and they get their lines even when the file is truncated right after they
 * were written.
 */
export interface HotTail {
  /** Adds bytes that stand at `offset`; a jump in offsets forgets what was there. */
  append(offset: number, bytes: Uint8Array): void
  /**
   * Up to `length` bytes from `offset`, within one piece; null when they are not held.
   * The answer shares memory with the tail: read it, do not write to it.
   */
  read(offset: number, length: number): Uint8Array | null
  /** All bytes from `offset` on that are held, up to `length` of them; none where that one is not. */
  readAll(offset: number, length: number): Uint8Array
  /** The offset of the first byte held, and the one after the last. */
  readonly from: number
  readonly to: number
}

/**
 * How much is held, in bytes: some 30 000 lines of 120 bytes, and the longest line that is sent
 * unchanged (4 MiB).
 */
const HOT_TAIL_BYTES = 4 * 1024 * 1024

interface Piece {
  readonly offset: number
  readonly bytes: Uint8Array
}

export function createHotTail(capacity: number = HOT_TAIL_BYTES): HotTail {
  let pieces: Piece[] = []
  let held = 0
  let end = 0

  function pieceAt(offset: number): Piece | undefined {
    let low = 0
    let high = pieces.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const piece = pieces[middle]
      if (piece === undefined) return undefined
      if (offset < piece.offset) high = middle - 1
      else if (offset >= piece.offset + piece.bytes.length) low = middle + 1
      else return piece
    }
    return undefined
  }

  function read(offset: number, length: number): Uint8Array | null {
    const piece = pieceAt(offset)
    if (piece === undefined) return null
    const start = offset - piece.offset
    return piece.bytes.subarray(start, start + length)
  }

  return {
    append(offset, bytes) {
      if (bytes.length === 0) return
      if (offset !== end) {
        pieces = []
        held = 0
      }
      pieces.push({ offset, bytes })
      held += bytes.length
      end = offset + bytes.length
      let drop = 0
      for (const piece of pieces) {
        if (held - piece.bytes.length < capacity) break
        held -= piece.bytes.length
        drop += 1
      }
      if (drop > 0) pieces = pieces.slice(drop)
    },
    read,
    readAll(offset, length) {
      const found: Uint8Array[] = []
      let at = offset
      while (at < offset + length) {
        const piece = read(at, offset + length - at)
        if (piece === null) break
        found.push(piece)
        at += piece.length
      }
      return found.length === 1 && found[0] !== undefined ? found[0] : Buffer.concat(found)
    },
    get from() {
      return pieces[0]?.offset ?? end
    },
    get to() {
      return end
    },
  }
}
