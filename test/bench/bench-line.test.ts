import { describe, expect, it } from 'vitest'
import { BENCH_LINE_BYTES, benchLine, readBenchLine, WARM_LINE } from '../../bench/bench-line.ts'

describe('readBenchLine', () => {
  it('reads what was written', () => {
    const line = benchLine(199_999, 123_456_789_012_345n)
    expect(Buffer.byteLength(line)).toBe(BENCH_LINE_BYTES)
    expect(readBenchLine(line.trimEnd())).toEqual({
      number: 199_999,
      writtenAt: 123_456_789_012_345n,
    })
  })

  it('does not count a warm-up line', () => {
    expect(readBenchLine(WARM_LINE.trimEnd())).toBeNull()
  })

  it('throws for a line that lost its end', () => {
    expect(() => readBenchLine(benchLine(1, 1n).slice(0, 100))).toThrow('came out changed')
  })
})
