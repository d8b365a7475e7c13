import { describe, expect, it } from 'vitest'
import { judgeGoTo } from '../../../../src/renderer/ui/go-to/judge-go-to.ts'

const to = (number: number) => ({ kind: 'line', number }) as const
const known = { first: 10, end: 20, indexed: null }

describe('judgeGoTo', () => {
  it('goes to every line that can be shown, counted from 1', () => {
    expect(judgeGoTo(to(11), known)).toEqual({ kind: 'go', line: 10 })
    expect(judgeGoTo(to(20), known)).toEqual({ kind: 'go', line: 19 })
  })

  it.each([0, 1, 10, 21, 1e300])('has no line %d outside of them', (number) => {
    expect(judgeGoTo(to(number), known)).toEqual({ kind: 'outside' })
  })

  it('waits for a line that the index may still find, and for no other', () => {
    const indexing = { ...known, indexed: 0.5 }
    expect(judgeGoTo(to(21), indexing)).toEqual({ kind: 'wait' })
    expect(judgeGoTo(to(5), indexing)).toEqual({ kind: 'outside' })
    expect(judgeGoTo(to(15), indexing)).toEqual({ kind: 'go', line: 14 })
    expect(judgeGoTo(to(1), { first: 0, end: 0, indexed: 0 })).toEqual({ kind: 'wait' })
  })

  it('says of an empty log that it is empty', () => {
    expect(judgeGoTo(to(1), { first: 0, end: 0, indexed: null })).toEqual({ kind: 'no-lines' })
    expect(judgeGoTo(to(8), { first: 7, end: 7, indexed: null })).toEqual({ kind: 'no-lines' })
  })
})
