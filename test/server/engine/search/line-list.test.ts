import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineList } from '../../../../src/server/engine/search/line-list.ts'

function listOf(starts: readonly number[]): LineList {
  const list = new LineList()
  for (const start of starts) list.push(start, start + 1)
  return list
}

function startsOf({ starts, ends, count }: LineList): number[] {
  expect(ends.subarray(0, count)).toEqual(starts.subarray(0, count).map((start) => start + 1))
  return [...starts.subarray(0, count)]
}

const sorted = fc.uniqueArray(fc.nat(60), { maxLength: 40 }).map((all) => all.sort((a, b) => a - b))

describe('a list of lines', () => {
  it('is united, cut and thinned like a set', () => {
    fc.assert(
      fc.property(sorted, sorted, (one, other) => {
        const united = new LineList()
        united.unite(listOf(one), listOf(other))
        expect(startsOf(united)).toEqual([...new Set([...one, ...other])].sort((a, b) => a - b))
        for (const has of [true, false]) {
          const kept = listOf(one)
          kept.keep(listOf(other), has)
          expect(startsOf(kept)).toEqual(one.filter((start) => other.includes(start) === has))
          const even = listOf(one)
          even.keepWhere((start) => start % 2 === 0, has)
          expect(startsOf(even)).toEqual(one.filter((start) => (start % 2 === 0) === has))
        }
      }),
    )
  })

  it('holds as many as a block of empty lines has', () => {
    const lines = Array.from({ length: 70_000 }, (_, at) => at)
    const list = new LineList()
    list.append(
      Uint32Array.from(lines),
      Uint32Array.from(lines, (at) => at + 1),
      70_000,
    )
    list.push(70_000, 70_001)
    const copy = new LineList()
    copy.copy(list)
    expect(startsOf(copy)).toEqual([...lines, 70_000])
  })
})
