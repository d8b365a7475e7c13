import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { LINES_PER_CALL, type Scanner } from '../../../../src/server/engine/scan/scanner.ts'
import { naiveScan } from './naive-scan.ts'
import { place, placed } from './placed.ts'
import { SCANNERS } from './scanners.ts'

const CAPACITY = 3 * BLOCK_BYTES

/** Bytes with few, many or only line feeds, and what looks like one. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.array(fc.constantFrom(0x0a, 0x0b, 0x8a, 0x00, 0x41), { maxLength: 400 }),
  fc.array(fc.constant(0x0a), { maxLength: 400 }),
  fc.array(fc.constant(0x61), { maxLength: 400 }),
)
const arbitrary = placed(bytes.map((list) => Uint8Array.from(list)))

function allLineStarts(scanner: Scanner, from: number, to: number): number[] {
  const all: number[] = []
  let at = from
  while (at < to) {
    const { count, starts, next } = scanner.lineStarts(at, to)
    all.push(...starts.subarray(0, count))
    at = next
  }
  return all
}

describe.each(SCANNERS)('newlines with the %s scanner', (_name, create) => {
  const scanner = create(CAPACITY)

  it('counts them', () => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        const [from, to] = place(scanner, one)
        const expected = naiveScan.newlines(scanner.buffer, from, to).length
        expect(scanner.countNewlines(from, to)).toBe(expected)
      }),
    )
  })

  it('finds the position after the n-th, and after the last', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(40), (one, n) => {
        const [from, to] = place(scanner, one)
        const ends = naiveScan.newlines(scanner.buffer, from, to).map((at) => at + 1)
        expect(scanner.afterNewlines(from, to, n)).toBe(n === 0 ? from : (ends[n - 1] ?? -1))
        expect(scanner.afterNewlines(from, to, ends.length)).toBe(ends.at(-1) ?? from)
        expect(scanner.afterNewlines(from, to, ends.length + 1)).toBe(-1)
        expect(scanner.lastNewlineEnd(from, to)).toBe(ends.at(-1) ?? -1)
      }),
    )
  })

  it('lists the lines, and where the last one ends', () => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        const [from, to] = place(scanner, one)
        const expected = naiveScan.lines(scanner.buffer, from, to)
        const { count, starts, next } = scanner.lineStarts(from, to)
        expect(count).toBe(expected.length)
        expect([...starts.subarray(0, count)]).toEqual(expected.map(({ start }) => start))
        expect(starts[count]).toBe(to)
        expect(next).toBe(to)
      }),
    )
  })

  it('goes on where the list of lines was full', () => {
    const size = 2 * LINES_PER_CALL + 1
    scanner.buffer.fill(0x0a, 5, 5 + size)
    expect(scanner.lineStarts(5, 5 + size).next).toBe(5 + LINES_PER_CALL)
    expect(allLineStarts(scanner, 5, 5 + size)).toEqual(
      Array.from({ length: size }, (_, k) => k + 5),
    )
    // Exactly full, and then not one more.
    expect(scanner.lineStarts(5, 5 + LINES_PER_CALL)).toMatchObject({
      count: LINES_PER_CALL,
      next: 5 + LINES_PER_CALL,
    })
  })

  it('counts them per block, whatever part of a block comes first and last', () => {
    const random = fc.record({
      from: fc.nat(CAPACITY),
      length: fc.nat(CAPACITY),
      before: fc.nat(BLOCK_BYTES - 1),
      every: fc.constantFrom(1, 2, 7, 100, 5000),
    })
    fc.assert(
      fc.property(random, ({ from, length, before, every }) => {
        scanner.buffer.fill(0x41)
        for (let at = 0; at < CAPACITY; at += every) scanner.buffer[at] = 0x0a
        const to = Math.min(CAPACITY, from + length)
        const origin = from - before
        const expected: number[] = []
        for (let start = origin; start < to && from < to; start += BLOCK_BYTES) {
          const [first, last] = [Math.max(start, from), Math.min(start + BLOCK_BYTES, to)]
          expected.push(Math.ceil(last / every) - Math.ceil(first / every))
        }
        expect([...scanner.countNewlinesPerBlock(from, to, origin)]).toEqual(expected)
      }),
    )
  })

  it('counts a buffer of line feeds to its last byte', () => {
    scanner.buffer.fill(0x0a)
    expect(scanner.countNewlines(0, CAPACITY)).toBe(CAPACITY)
    expect(scanner.lastNewlineEnd(0, CAPACITY)).toBe(CAPACITY)
    expect(scanner.afterNewlines(0, CAPACITY, CAPACITY)).toBe(CAPACITY)
  })

  it('tells ASCII from what is not', () => {
    fc.assert(
      fc.property(placed(fc.uint8Array({ max: 0x80, maxLength: 300 })), (one) => {
        const [from, to] = place(scanner, one)
        expect(scanner.isAscii(from, to)).toBe(!one.bytes.includes(0x80))
        scanner.buffer.fill(0x7f, from, to)
        expect(scanner.isAscii(from, to)).toBe(true)
        if (from < to) scanner.buffer[to - 1] = 0x80
        expect(scanner.isAscii(from, to)).toBe(from === to)
      }),
    )
  })

  it('refuses ranges outside of its buffer, and blocks that do not hold the range', () => {
    expect(() => scanner.countNewlines(-1, 5)).toThrow(RangeError)
    expect(() => scanner.countNewlines(5, 4)).toThrow(RangeError)
    expect(() => scanner.countNewlines(0, CAPACITY + 1)).toThrow(RangeError)
    expect(() => scanner.countNewlines(Number.NaN, 4)).toThrow(RangeError)
    expect(() => scanner.countNewlinesPerBlock(5, 9, 6)).toThrow(RangeError)
    expect(() => scanner.countNewlinesPerBlock(5, 9, 5 - BLOCK_BYTES)).toThrow(RangeError)
  })
})
