import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createNeedle,
  MAX_NEEDLE_BYTES,
  type Needle,
} from '../../../../src/server/engine/scan/needle.ts'
import { LINES_PER_CALL, type Scanner } from '../../../../src/server/engine/scan/scanner.ts'
import { naiveScan } from './naive-scan.ts'
import { type Placed, place, placed } from './placed.ts'
import { SCANNERS } from './scanners.ts'

const CAPACITY = 128 * 1024

/** Few different bytes, so that needles nearly stand in many places; with neighbours of letters that differ by the case bit. */
const ALPHABETS = ['ab', 'aA\n', 'eErR \n', '@`[{Zz\n', 'é\n', '\0\n']

interface Case {
  readonly text: Placed
  readonly needle: Needle
}

const arbitrary: fc.Arbitrary<Case> = fc
  .constantFrom(...ALPHABETS.map((letters) => Buffer.from(letters)))
  .chain((letters) => {
    const byte = fc.constantFrom(...letters)
    const notNewline = fc.constantFrom(...letters.filter((one) => one !== 0x0a))
    const text = fc.array(byte, { maxLength: 300 }).map((list) => Uint8Array.from(list))
    const drawn = fc.array(notNewline, { minLength: 1, maxLength: 64 })
    return fc
      .record({
        text: placed(text),
        drawn,
        // Where the needle is written into the text, so that long ones are found at all.
        at: fc.nat(300),
        ignoreCase: fc.boolean(),
      })
      .map(({ text, drawn, at, ignoreCase }) => {
        const bytes = Uint8Array.from(drawn)
        const written = Uint8Array.from(text.bytes)
        if (at + bytes.length <= written.length) written.set(bytes, at)
        return { text: { ...text, bytes: written }, needle: createNeedle(bytes, ignoreCase) }
      })
  })

function allHitLines(scanner: Scanner, needle: Needle, from: number, to: number) {
  const all: { start: number; end: number; hit: number }[] = []
  let at = from
  while (at < to) {
    const { count, starts, ends, hits, next } = scanner.findLines(needle, at, to)
    for (let k = 0; k < count; k++) {
      all.push({ start: starts[k] ?? -1, end: ends[k] ?? -1, hit: hits[k] ?? -1 })
    }
    at = next
  }
  return all
}

describe.each(SCANNERS)('literals with the %s scanner', (_name, create) => {
  const scanner = create(CAPACITY)

  it('finds a needle where it stands first', () => {
    fc.assert(
      fc.property(arbitrary, ({ text, needle }) => {
        const [from, to] = place(scanner, text)
        const expected = naiveScan.find(scanner.buffer, needle, from, to)
        expect(scanner.findNext(needle, from, to)).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('finds the lines that have it', () => {
    fc.assert(
      fc.property(arbitrary, ({ text, needle }) => {
        const [from, to] = place(scanner, text)
        const expected = naiveScan.hitLines(scanner.buffer, needle, from, to)
        expect(allHitLines(scanner, needle, from, to)).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('finds a needle at every place, and none that is cut by the end', () => {
    const needle = createNeedle(Buffer.from('Timeout after'), false)
    scanner.buffer.fill(0x2e)
    for (let from = 0; from < 150; from++) {
      scanner.buffer.set(needle.bytes, from)
      const to = from + needle.bytes.length
      expect(scanner.findNext(needle, 0, to)).toBe(from)
      expect(scanner.findNext(needle, from, to)).toBe(from)
      expect(scanner.findNext(needle, 0, to - 1)).toBe(-1)
      expect(scanner.findNext(needle, from + 1, CAPACITY)).toBe(-1)
      scanner.buffer.fill(0x2e, from, to)
    }
  })

  it('takes only letters of ASCII for their other case', () => {
    const text = Buffer.from('É@[\x00K\u212a ſ')
    scanner.buffer.set(text)
    for (const wrong of ['é', '`', '{', '\x20', 's']) {
      const needle = createNeedle(Buffer.from(wrong), true)
      const expected = text.indexOf(needle.bytes)
      expect(scanner.findNext(needle, 0, text.length)).toBe(expected)
    }
    expect(scanner.findNext(createNeedle(Buffer.from('k'), true), 0, text.length)).toBe(5)
  })

  it('goes on where the list of lines was full', () => {
    const needle = createNeedle(Buffer.from('x'), false)
    const lines = LINES_PER_CALL + 3
    for (let line = 0; line < lines; line++) scanner.buffer.set([0x78, 0x0a], 2 * line)
    expect(scanner.findLines(needle, 0, 2 * lines).next).toBe(2 * LINES_PER_CALL)
    expect(allHitLines(scanner, needle, 0, 2 * lines)).toHaveLength(lines)
  })

  it('tells a last line without a line feed by the end of the range', () => {
    scanner.buffer.set(Buffer.from('one\ntwo'))
    const { count, starts, ends, hits } = scanner.findLines(
      createNeedle(Buffer.of(0x77), false),
      0,
      7,
    )
    expect([count, starts[0], ends[0], hits[0]]).toEqual([1, 4, 7, 5])
  })

  it('looks for the longest needle, and for many in turn', () => {
    const long = createNeedle(Buffer.alloc(MAX_NEEDLE_BYTES, 'Abc '), true)
    scanner.buffer.fill(0x2e)
    scanner.buffer.set(Buffer.alloc(MAX_NEEDLE_BYTES, 'aBC '), 77)
    const others = Array.from({ length: 40 }, (_, k) =>
      createNeedle(Buffer.alloc(MAX_NEEDLE_BYTES - k, `${k} never `), false),
    )
    for (const other of others) {
      expect(scanner.findNext(other, 0, CAPACITY)).toBe(-1)
      expect(scanner.findNext(long, 0, CAPACITY)).toBe(77)
    }
  })
})

describe('createNeedle', () => {
  it('refuses a needle of no bytes, of too many, and with a line feed', () => {
    expect(() => createNeedle(new Uint8Array(), false)).toThrow(RangeError)
    expect(() => createNeedle(new Uint8Array(MAX_NEEDLE_BYTES + 1), false)).toThrow(RangeError)
    expect(() => createNeedle(Buffer.from('a\nb'), false)).toThrow(RangeError)
  })

  it('keeps no hold of the bytes given', () => {
    const bytes = Buffer.from('abc')
    const needle = createNeedle(bytes, false)
    bytes.fill(0)
    expect(Buffer.from(needle.bytes).toString()).toBe('abc')
  })

  it.each([
    ['WARN', 'WR'],
    ['timeout after', 'fm'],
    ['queue', 'qu'],
    ['eee', 'ee'],
    ['e', 'ee'],
  ])('takes rare bytes of %s', (text, rare) => {
    const needle = createNeedle(Buffer.from(text), false)
    expect(
      needle.rare
        .map((at) => text[at])
        .sort()
        .join(''),
    ).toBe([...rare].sort().join(''))
  })
})
