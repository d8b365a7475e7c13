import { describe, expect, it } from 'vitest'
import { NO_FILTER } from '../../../../src/renderer/ui/filters/log-filter.ts'
import { extentOf, extentsWith } from '../../../../src/renderer/ui/filters/match-extent.ts'

describe('what is shown of a match', () => {
  it('is its whole entry, unless lines were chosen', () => {
    expect(extentOf(NO_FILTER)).toBe('entry')
    expect(extentOf({ entries: true, context: 3 })).toBe('entry')
    expect(extentOf({ entries: false, context: 3 })).toBe(3)
    expect(extentOf({ entries: false, context: 0 })).toBe(0)
  })

  it('can be chosen, among others what an imported set brought', () => {
    const offered = extentsWith('entry')
    expect(offered.slice(0, 3)).toEqual(['entry', 0, 1])
    expect(extentsWith(3)).toEqual(offered)
    const more = extentsWith(7)
    expect(more).toHaveLength(offered.length + 1)
    expect(more.slice(more.indexOf(7) - 1)).toEqual([5, 7, 10, 20])
    expect(extentsWith(50).at(-1)).toBe(50)
  })
})
