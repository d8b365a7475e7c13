import { describe, expect, it } from 'vitest'
import { DATA_KINDS, makeBlock } from '../../../bench/data/block.ts'

const MIB = 2 ** 20

describe('makeBlock', () => {
  it.each(DATA_KINDS)('makes the same block of %s lines each time, of whole lines', (kind) => {
    const one = makeBlock(kind, MIB)
    const other = makeBlock(kind, MIB)
    expect(one.bytes.equals(other.bytes)).toBe(true)
    expect(one.bytes.length).toBeLessThanOrEqual(MIB)
    expect(one.bytes.at(-1)).toBe(0x0a)
    expect(one.starts.at(-1)).toBe(one.bytes.length)
    expect(one.starts.length - 1).toBe(one.bytes.toString().split('\n').length - 1)
  })

  it.each([
    ['plain', 110, 125],
    ['json', 220, 250],
    ['short', 10, 13],
  ] as const)('makes %s lines of %i to %i bytes on average', (kind, least, most) => {
    const { bytes, starts } = makeBlock(kind, MIB)
    const average = bytes.length / (starts.length - 1)
    expect(average).toBeGreaterThan(least)
    expect(average).toBeLessThan(most)
  })

  it('puts a line of 10 MB between ordinary ones', () => {
    const { starts } = makeBlock('long', 16 * MIB)
    const lengths = Array.from(starts.subarray(1), (start, line) => start - (starts[line] ?? 0))
    expect(lengths.filter((length) => length > 9_000_000)).toHaveLength(1)
    expect(lengths.filter((length) => length > 1000)).toHaveLength(1)
  })

  it('makes plain lines in which every search of the bench finds its share', () => {
    const lines = makeBlock('plain', 4 * MIB)
      .bytes.toString()
      .split('\n')
    const percent = (pattern: RegExp): number =>
      (100 * lines.filter((line) => pattern.test(line)).length) / lines.length
    expect(percent(/ERROR/)).toBeCloseTo(2.4, 0)
    expect(percent(/WARN/)).toBeCloseTo(8, 0)
    expect(percent(/timeout after \d+ms/)).toBeCloseTo(1.4, 0)
    expect(percent(/exception/i)).toBeCloseTo(2.7, 0)
    expect(percent(/[0-9]{5} bytes in [0-9]{4,}/)).toBeCloseTo(11, 0)
    expect(percent(/[a-z]+\.[A-Z]\w+Service/)).toBeCloseTo(8, 0)
    expect(percent(/\d{2}\.\d{2,3} port|u\d+ by uid=5/)).toBeCloseTo(2.7, 0)
    expect(percent(/\b[0-9a-f]{8}-[0-9a-f]{4}\b/)).toBeCloseTo(5.6, 0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII is looked for.
    expect(percent(/[^\x00-\x7f]/)).toBeGreaterThan(0.3)
  })
})
