import fc from 'fast-check'
import type { Scanner } from '../../../../src/server/engine/scan/scanner.ts'

/** Bytes at any alignment in a scanner's buffer, with something else before and behind them. */
export interface Placed {
  readonly bytes: Uint8Array
  readonly from: number
  /** What fills the rest of the buffer: it must not matter. */
  readonly around: number
}

/** Puts `bytes` anywhere in the first 130 bytes; around them are line feeds, letters, ESC, 80 or FF. */
export function placed(bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Placed> {
  return fc.record({
    bytes,
    from: fc.nat(130),
    around: fc.constantFrom(0x0a, 0x41, 0x65, 0x1b, 0x80, 0xff, 0x00),
  })
}

/** Writes it there and answers its range. */
export function place(scanner: Scanner, { bytes, from, around }: Placed): [number, number] {
  const to = from + bytes.length
  scanner.buffer.fill(around, 0, Math.min(to + 300, scanner.buffer.length))
  scanner.buffer.set(bytes, from)
  return [from, to]
}
