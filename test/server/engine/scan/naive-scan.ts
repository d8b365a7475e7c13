import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { decodeLine } from '../../../../src/server/engine/decode.ts'
import type { Needle } from '../../../../src/server/engine/scan/needle.ts'
import type { ByteEncoding } from '../../../../src/server/engine/scan/scanner.ts'
import { LEVELS, levelOf } from '../../../../src/shared/level.ts'

/** The oracle: one byte after the other, nothing clever. Ranges are cut out first, positions put back. */
export const naiveScan = {
  newlines(bytes: Uint8Array, from: number, to: number): number[] {
    const found: number[] = []
    for (let at = from; at < to; at++) if (bytes[at] === 0x0a) found.push(at)
    return found
  },

  lines(bytes: Uint8Array, from: number, to: number): { start: number; end: number }[] {
    const ends = naiveScan.newlines(bytes, from, to).map((at) => at + 1)
    if (from < to && ends.at(-1) !== to) ends.push(to)
    return ends.map((end, at) => ({ start: at === 0 ? from : (ends[at - 1] ?? 0), end }))
  },

  find(bytes: Uint8Array, needle: Needle, from: number, to: number): number {
    for (let at = from; at + needle.bytes.length <= to; at++) {
      const same = needle.bytes.every((byte, k) => {
        const other = bytes[at + k] ?? -1
        return other === byte || (needle.ignoreCase && isSameLetter(other, byte))
      })
      if (same) return at
    }
    return -1
  },

  hitLines(bytes: Uint8Array, needle: Needle, from: number, to: number) {
    return naiveScan
      .lines(bytes, from, to)
      .map(({ start, end }) => ({ start, end, hit: naiveScan.find(bytes, needle, start, end) }))
      .filter(({ hit }) => hit !== -1)
  },

  level(bytes: Uint8Array, from: number, to: number, encoding: ByteEncoding): number {
    return LEVELS.indexOf(levelOf(decodeLine(bytes.slice(from, to), encoding)))
  },

  levelsPerBlock(
    bytes: Uint8Array,
    from: number,
    to: number,
    origin: number,
    encoding: ByteEncoding,
  ): number[] {
    const blocks = from === to ? 0 : Math.floor((to - 1 - origin) / BLOCK_BYTES) + 1
    const counts = new Array<number>(blocks * LEVELS.length).fill(0)
    for (const { start, end } of naiveScan.lines(bytes, from, to)) {
      const cell =
        Math.floor((start - origin) / BLOCK_BYTES) * LEVELS.length +
        naiveScan.level(bytes, start, end, encoding)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
    return counts
  },
}

function isSameLetter(a: number, b: number): boolean {
  const letter = String.fromCharCode(a)
  return /[a-z]/i.test(letter) && letter.toLowerCase() === String.fromCharCode(b).toLowerCase()
}
