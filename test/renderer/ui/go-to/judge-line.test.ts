import { describe, expect, it } from 'vitest'
import { judgeLine } from '../../../../src/renderer/ui/go-to/judge-line.ts'

const known = { first: 10, end: 20, indexed: null }

describe('judgeLine', () => {
  it('goes to every line that can be shown, counted from 1', () => {
    expect(judgeLine(11, known)).toEqual({ kind: 'go', line: 10 })
    expect(judgeLine(20, known)).toEqual({ kind: 'go', line: 19 })
  })

  it.each([0, 1, 10, 21, 1e300])('has no line %d outside of them', (number) => {
    expect(judgeLine(number, known)).toEqual({ kind: 'outside' })
  })

  it('waits for a line that the index may still find, and for no other', () => {
    const indexing = { ...known, indexed: 0.5 }
    expect(judgeLine(21, indexing)).toEqual({ kind: 'wait' })
    expect(judgeLine(5, indexing)).toEqual({ kind: 'outside' })
    expect(judgeLine(15, indexing)).toEqual({ kind: 'go', line: 14 })
    expect(judgeLine(1, { first: 0, end: 0, indexed: 0 })).toEqual({ kind: 'wait' })
  })

  it('says of an empty log that it is empty', () => {
    expect(judgeLine(1, { first: 0, end: 0, indexed: null })).toEqual({ kind: 'no-lines' })
    expect(judgeLine(8, { first: 7, end: 7, indexed: null })).toEqual({ kind: 'no-lines' })
  })
})
