import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES, BlockIndex } from '../../../src/server/engine/block-index.ts'
import { countNewlines } from '../../../src/server/engine/line-ending.ts'
import type { Encoding } from '../../../src/shared/encoding.ts'
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

/** Newlines per block from `from` on, counted one block at a time. */
function countsOf(bytes: Uint8Array, from: number, enc: Encoding): Uint32Array {
  const counts: number[] = []
  for (let at = from; at < bytes.length; at += BLOCK_BYTES) {
    counts.push(countNewlines(bytes.subarray(at, at + BLOCK_BYTES), enc, at))
  }
  return Uint32Array.from(counts)
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

  it('takes counts that others made, also twice, and goes on from them', () => {
    fc.assert(
      fc.property(
        logBytes,
        fc.nat(40),
        fc.constantFrom(0x41, 0x0a, 0x00),
        encoding,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())),
        (piece, lead, filler, enc, steps) => {
          const bytes = spread(piece, filler, lead)
          const oracle = new BlockIndex(enc)
          oracle.append(bytes)
          const index = new BlockIndex(enc)
          for (const [part, counted] of [...steps, [1, true] as const]) {
            const to = index.bytes + Math.ceil((bytes.length - index.bytes) * part)
            if (counted) {
              const from = index.bytes - (index.bytes % BLOCK_BYTES)
              const counts = countsOf(bytes.subarray(0, to), from, enc)
              index.appendCounts(from, counts, to)
              index.appendCounts(from, counts, to)
            } else index.append(bytes.subarray(index.bytes, to))
          }
          index.append(bytes.subarray(index.bytes))
          expect(index.bytes).toBe(bytes.length)
          expect(index.newlines).toBe(oracle.newlines)
          expect(index.wholeBlocks()).toEqual(oracle.wholeBlocks())
          for (let from = 0; from <= bytes.length; from += BLOCK_BYTES) {
            expect(index.beforeOffset(from)).toBe(oracle.beforeOffset(from))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('refuses counts that do not touch what it covers', () => {
    const index = new BlockIndex('utf-8')
    expect(() => index.appendCounts(BLOCK_BYTES, Uint32Array.of(1), 2 * BLOCK_BYTES)).toThrow(
      RangeError,
    )
    expect(() => index.appendCounts(1, Uint32Array.of(1), 2)).toThrow(RangeError)
    expect(() => index.appendCounts(0, Uint32Array.of(1), BLOCK_BYTES + 1)).toThrow(RangeError)
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
