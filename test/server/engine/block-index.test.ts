import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES, BlockIndex } from '../../../src/server/engine/block-index.ts'
import { cutAt, encoding, fractions, logBytes } from './arbitrary-log.ts'
import { naiveLines } from './naive-lines.ts'

/** Spreads a small log over several blocks: the piece lies across a border, filler lies between. */
function spread(bytes: Uint8Array, filler: number, lead: number): Uint8Array {
  return Buffer.concat([
    Buffer.alloc(BLOCK_BYTES - lead, filler),
    bytes,
    Buffer.alloc(3 * BLOCK_BYTES, filler),
    bytes,
  ])
}

describe('BlockIndex', () => {
  it('counts like the oracle wherever the chunks are cut', () => {
    fc.assert(
      fc.property(
        logBytes,
        fc.nat(40),
        fc.constantFrom(0x41, 0x0a, 0x00),
        encoding,
        fractions,
        (piece, lead, filler, enc, cuts) => {
          const bytes = spread(piece, filler, lead)
          const index = new BlockIndex(enc)
          for (const chunk of cutAt(bytes, cuts)) index.append(chunk)
          const unit = enc.startsWith('utf-16') ? 2 : 1
          const starts = naiveLines(bytes, enc)
            .filter((line) => line.finished)
            .map((line) => line.end - unit)
          expect(index.bytes).toBe(bytes.length)
          expect(index.newlines).toBe(starts.length)
          for (let block = 0; block * BLOCK_BYTES <= bytes.length; block++) {
            const from = block * BLOCK_BYTES
            expect(index.beforeOffset(from)).toBe(starts.filter((start) => start < from).length)
          }
          for (let n = 0; n < starts.length; n += Math.ceil(starts.length / 50)) {
            expect(index.blockOfNewline(n)).toBe(Math.floor((starts[n] ?? 0) / BLOCK_BYTES))
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('finds the same with chunks of one byte', () => {
    fc.assert(
      fc.property(logBytes, encoding, (bytes, enc) => {
        const whole = new BlockIndex(enc)
        whole.append(bytes)
        const byByte = new BlockIndex(enc)
        for (const byte of bytes) byByte.append(Uint8Array.of(byte))
        expect(byByte.newlines).toBe(whole.newlines)
      }),
    )
  })

  it('is empty at first and names what was asked in its errors', () => {
    const index = new BlockIndex('utf-8')
    expect([index.bytes, index.newlines, index.beforeOffset(0)]).toEqual([0, 0, 0])
    expect(() => index.blockOfNewline(0)).toThrow(RangeError)
    expect(() => index.beforeOffset(BLOCK_BYTES)).toThrow(RangeError)
    index.append(Buffer.from('a\n'))
    expect(() => index.beforeOffset(1)).toThrow(/1 is not the start of a block/)
  })

  it('finds the newlines around a line of many blocks', () => {
    const index = new BlockIndex('utf-8')
    index.append(Buffer.from('first\n'))
    index.append(Buffer.alloc(20 * BLOCK_BYTES, 'x'))
    index.append(Buffer.from('\nlast\n'))
    expect(index.blockOfNewline(0)).toBe(0)
    expect(index.blockOfNewline(1)).toBe(20)
    expect(index.blockOfNewline(2)).toBe(20)
  })
})
