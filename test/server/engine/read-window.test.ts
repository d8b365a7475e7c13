import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES, BlockIndex } from '../../../src/server/engine/block-index.ts'
import { cutBytes, decodeText } from '../../../src/server/engine/decode.ts'
import { LONG_HOLE_BYTES } from '../../../src/server/engine/end-of-hole.ts'
import { newlineUnit } from '../../../src/server/engine/line-ending.ts'
import { readLines } from '../../../src/server/engine/read-window.ts'
import type { Encoding } from '../../../src/shared/encoding.ts'
import { encodeText } from '../../support/encode-text.ts'
import { encoding, logBytes, wholeUnits } from './arbitrary-log.ts'
import { MemorySource } from './memory-source.ts'
import { naiveLines, naiveText } from './naive-lines.ts'

const LIMITS = { maxLineBytes: 16 * 1024 }

function indexOf(bytes: Uint8Array, enc: Encoding): BlockIndex {
  const index = new BlockIndex(enc)
  index.append(bytes)
  return index
}

describe('readLines', () => {
  it('reads the lines of the oracle, from every line start, over block borders', async () => {
    await fc.assert(
      fc.asyncProperty(
        logBytes,
        fc.nat(40),
        fc.constantFrom(0x41, 0x00),
        encoding,
        fc.constantFrom<'held' | 'line'>('held', 'line'),
        async (piece, lead, filler, enc, unfinished) => {
          const pieces = [piece, Buffer.alloc(BLOCK_BYTES - lead, filler), piece]
          const bytes = wholeUnits(Buffer.concat(pieces), enc)
          const all = naiveLines(bytes, enc).filter((l) => l.finished || unfinished === 'line')
          const limits = { maxLineBytes: 1024 * 1024, unfinished }
          const source = new MemorySource(bytes)
          for (const [from, { start }] of all.entries()) {
            const read = await readLines(source, start, bytes.length, 1e9, limits, enc)
            const expected = all.slice(from)
            expect(read.lines).toEqual(
              expected.map((line) => ({ ...naiveText(bytes, line, enc), cut: false })),
            )
            expect(read.ends).toEqual(expected.map((line) => line.end))
            expect(read.nextOffset).toBe(expected.at(-1)?.end)
            if (from >= 4) break
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('cuts long lines like cutBytes, tells their length, with and without an index', async () => {
    await fc.assert(
      fc.asyncProperty(
        logBytes,
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        fc.nat(3),
        encoding,
        async (piece, maxLineBytes, indexed, blocks, enc) => {
          const filler = Buffer.alloc(blocks * BLOCK_BYTES, 0x41)
          const bytes = Buffer.concat([piece, filler, piece])
          const index = indexed ? indexOf(bytes, enc) : undefined
          const read = await readLines(
            new MemorySource(bytes),
            0,
            bytes.length,
            1e9,
            { maxLineBytes, unfinished: 'line' },
            enc,
            index,
          )
          const wholes = await readLines(
            new MemorySource(bytes),
            0,
            bytes.length,
            1e9,
            { maxLineBytes: 1e9, unfinished: 'line' },
            enc,
          )
          expect(read.ends).toEqual(wholes.ends)
          for (const [at, line] of read.lines.entries()) {
            const whole = wholes.lines[at]
            expect(line.bytes).toBe(whole?.bytes)
            if (line.cut) {
              expect(whole?.text.startsWith(line.text)).toBe(true)
              expect(line.text.length).toBeLessThanOrEqual(maxLineBytes)
            } else expect(line.text).toBe(whole?.text)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('cuts at the last whole character of the bound', async () => {
    const bytes = Buffer.from('€€€€€€\r\nnext\n')
    const { lines } = await readLines(
      new MemorySource(bytes),
      0,
      bytes.length,
      2,
      { maxLineBytes: 8 },
      'utf-8',
    )
    expect(lines).toEqual([
      { text: decodeText(cutBytes(bytes, 8, 'utf-8'), 'utf-8'), bytes: 18, cut: true },
      { text: 'next', bytes: 4, cut: false },
    ])
    expect(lines[0]?.text).toBe('€€')
  })

  it('keeps a line of exactly the bound whole', async () => {
    const bytes = Buffer.from('12345678\r\n123456789\n')
    const source = new MemorySource(bytes)
    const { lines } = await readLines(source, 0, bytes.length, 2, { maxLineBytes: 8 }, 'utf-8')
    expect(lines.map((line) => line.cut)).toEqual([false, true])
  })

  it('stops at the number of lines, and at the bytes of a window after one line at least', async () => {
    const bytes = Buffer.from('aaaa\nbbbb\ncccc\ndddd\n')
    const source = new MemorySource(bytes)
    const two = await readLines(source, 5, bytes.length, 2, LIMITS, 'utf-8')
    expect(two.lines.map((line) => line.text)).toEqual(['bbbb', 'cccc'])
    expect(two.nextOffset).toBe(15)
    const bounded = { ...LIMITS, maxBytes: 1 }
    const one = await readLines(source, 0, bytes.length, 9, bounded, 'utf-8')
    expect(one.lines.map((line) => line.text)).toEqual(['aaaa'])
    const none = await readLines(source, 5, bytes.length, 0, LIMITS, 'utf-8')
    expect(none).toEqual({ lines: [], ends: [], nextOffset: 5 })
  })

  it('holds an unfinished line back, or gives it as a line of its own', async () => {
    const bytes = Buffer.from('a\nbc')
    const source = new MemorySource(bytes)
    const held = await readLines(source, 0, 4, 9, LIMITS, 'utf-8')
    expect(held.lines.map((line) => line.text)).toEqual(['a'])
    expect(held.nextOffset).toBe(2)
    const own = await readLines(source, 0, 4, 9, { ...LIMITS, unfinished: 'line' }, 'utf-8')
    expect(own.lines.map((line) => line.text)).toEqual(['a', 'bc'])
    expect(own.nextOffset).toBe(4)
  })

  it('drops a BOM at offset 0 only', async () => {
    const bytes = Buffer.from('\ufeffa\n\ufeffb\n')
    const { lines } = await readLines(new MemorySource(bytes), 0, 10, 9, LIMITS, 'utf-8')
    expect(lines).toEqual([
      { text: 'a', bytes: 4, cut: false },
      { text: '\ufeffb', bytes: 4, cut: false },
    ])
  })

  it('passes over a line of 100 MB and a hole of 100 MB in reads of 1 MiB', async () => {
    const size = 100 * 1000 * 1000
    for (const filler of ['x', '\0']) {
      // The source makes the bytes as they are asked for, so that only the reader could hold them.
      let largest = 0
      const tail = Buffer.from('end\r\nnext\n')
      const source = {
        async read(offset: number, length: number) {
          largest = Math.max(largest, length)
          const to = Math.min(offset + length, size + tail.length)
          const bytes = Buffer.alloc(Math.max(0, to - offset), filler)
          for (let at = Math.max(offset, size); at < to; at++) {
            bytes[at - offset] = tail[at - size] ?? 0
          }
          return bytes
        },
      }
      const { lines } = await readLines(source, 0, size + tail.length, 2, LIMITS, 'utf-8')
      expect(lines[0]).toEqual(
        filler === 'x'
          ? { text: 'x'.repeat(16 * 1024), bytes: size + 3, cut: true }
          : { text: 'end', bytes: size + 3, cut: false },
      )
      expect(lines[1]?.text).toBe('next')
      expect(largest).toBeLessThanOrEqual(1024 * 1024)
    }
  })

  it('looks the end of a long line up in the index', async () => {
    const bytes = Buffer.concat([Buffer.alloc(100 * BLOCK_BYTES, 'x'), Buffer.from('\r\nb\n')])
    const source = new MemorySource(bytes)
    const index = indexOf(bytes, 'utf-8')
    const read = await readLines(source, 0, bytes.length, 2, LIMITS, 'utf-8', index)
    expect(read.lines.map((line) => line.bytes)).toEqual([100 * BLOCK_BYTES, 1])
    expect(source.readBytes).toBeLessThan(3 * BLOCK_BYTES)
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'searches for the end of a long hole in %s with the help of the index',
    async (enc) => {
      const size = LONG_HOLE_BYTES * 2
      for (const [lead, text] of [
        ['first\n', 'after the hole\r\n'],
        ['\ufeff', `${'x'.repeat(3 * BLOCK_BYTES)}\n`],
        ['', '\r\n'],
        ['', '\n'],
      ] as const) {
        for (const shift of [-2, 0]) {
          const before = encodeText(lead, enc)
          const hole = Buffer.alloc(size - before.length + shift)
          const bytes = Buffer.concat([before, hole, encodeText(`${text}next\n`, enc)])
          const source = new MemorySource(bytes)
          const index = indexOf(bytes, enc)
          const read = await readLines(source, 0, bytes.length, 3, LIMITS, enc, index)
          expect(source.readBytes).toBeLessThan(LONG_HOLE_BYTES * 1.5)
          expect(read.lines).toMatchObject([
            ...(lead === 'first\n' ? [{ text: 'first' }] : []),
            { text: text.trimEnd().slice(0, (16 * 1024) / newlineUnit(enc)) },
            { text: 'next' },
          ])
          expect(read.nextOffset).toBe(bytes.length)
        }
      }
    },
  )

  it('sees the CR of an ending that a read cuts in two', async () => {
    for (const enc of ['utf-8', 'utf-16le'] as const) {
      const unit = enc === 'utf-8' ? 1 : 2
      const long = 'x'.repeat(BLOCK_BYTES / unit - 1)
      const bytes = Buffer.from(`${long}\r\nnext\n`, enc === 'utf-8' ? 'utf8' : 'utf16le')
      const limits = { maxLineBytes: 2 * BLOCK_BYTES }
      const read = await readLines(new MemorySource(bytes), 0, bytes.length, 2, limits, enc)
      expect(read.lines[0]).toEqual({ text: long, bytes: BLOCK_BYTES - unit, cut: false })
      expect(read.lines[1]?.text).toBe('next')
    }
  })

  it('reads nothing beyond the end that was given, though the index knows more', async () => {
    const bytes = Buffer.concat([Buffer.alloc(9 * BLOCK_BYTES, 'x'), Buffer.from('\nb\n')])
    const end = 5 * BLOCK_BYTES + 7
    const limits = { maxLineBytes: 10, unfinished: 'line' } as const
    const index = indexOf(bytes, 'utf-8')
    const read = await readLines(new MemorySource(bytes), 0, end, 9, limits, 'utf-8', index)
    expect(read.lines).toEqual([{ text: 'x'.repeat(10), bytes: end, cut: true }])
    expect(read.ends).toEqual([end])
  })

  it('gives what it has when the bytes end early', async () => {
    const source = new MemorySource(Buffer.from('a\nb'))
    const read = await readLines(source, 0, 100, 9, LIMITS, 'utf-8')
    expect(read.lines.map((line) => line.text)).toEqual(['a'])
    source.gone = true
    await expect(readLines(source, 0, 100, 9, LIMITS, 'utf-8')).rejects.toThrow('gone')
  })
})
