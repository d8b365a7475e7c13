import { describe, expect, it } from 'vitest'
import { groupCounts, stackTops } from '../../../../src/renderer/ui/histogram/stack-bars.ts'

describe('a bar', () => {
  it('puts levels together that look the same', () => {
    expect(groupCounts({ lines: 28, levels: [1, 2, 3, 4, 5, 6, 7] })).toEqual([3, 3, 4, 11, 7, 0])
  })

  it('is of one kind where no levels are known', () => {
    expect(groupCounts({ lines: 28, levels: null })).toEqual([0, 0, 0, 0, 0, 28])
  })

  it('stacks its parts in proportion', () => {
    expect(stackTops([10, 0, 30, 0, 60, 0], 100, 50)).toEqual([5, 5, 20, 20, 50, 50])
  })

  it('lets one line among a million be seen', () => {
    const tops = stackTops([1, 0, 999_999, 0, 0, 0], 1_000_000, 50)
    expect(tops).toEqual([2, 2, 50, 50, 50, 50])
    expect(stackTops([1, 1, 1, 1, 1, 0], 1_000_000, 50)).toEqual([2, 3, 4, 5, 6, 6])
  })

  it('is nothing where nothing is', () => {
    expect(stackTops([0, 0, 0, 0, 0, 0], 0, 50)).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('is never higher than there is room', () => {
    expect(stackTops([1, 1, 1, 1, 1, 1], 1, 4).at(-1)).toBe(4)
  })
})
