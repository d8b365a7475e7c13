import { describe, expect, it } from 'vitest'
import { benchArguments } from '../../bench/bench-arguments.ts'

const KNOWN = ['index', 'search']
const refusal = (...argv: string[]): string => {
  const read = benchArguments(argv, KNOWN)
  return read.kind === 'refused' ? read.sentence : ''
}

describe('benchArguments', () => {
  it('takes suites, a size and a file', () => {
    expect(benchArguments(['search', '--size', '50MiB', '--json', 'out.json'], KNOWN)).toEqual({
      kind: 'run',
      suites: ['search'],
      size: 52_428_800,
      json: 'out.json',
    })
  })

  it('means all suites when none is named, each once when one is named twice', () => {
    expect(benchArguments([], KNOWN)).toMatchObject({ suites: KNOWN, size: null, json: null })
    expect(benchArguments(['index', 'index'], KNOWN)).toMatchObject({ suites: ['index'] })
  })

  it('answers a sentence to what it does not know', () => {
    expect(refusal('serach')).toBe('There is no suite serach: give some of index, search.')
    expect(refusal('--size', 'big')).toBe('big is no size: write it as 100MiB, 1GiB or 10GiB.')
    expect(refusal('--fast')).toBe("Unknown option '--fast'.")
    expect(refusal('--size')).toBe("Option '--size <value>' argument missing.")
  })
})
