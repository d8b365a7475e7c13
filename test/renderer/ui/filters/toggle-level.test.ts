import { describe, expect, it } from 'vitest'
import { toggleLevel } from '../../../../src/renderer/ui/filters/toggle-level.ts'
import { LEVELS } from '../../../../src/shared/level.ts'

describe('a level that is pressed', () => {
  it('goes off, and on again in the order of the levels', () => {
    const without = toggleLevel(null, 'info', false)
    expect(without).toEqual(LEVELS.filter((level) => level !== 'info'))
    expect(toggleLevel(['warn', 'fatal'], 'error', false)).toEqual(['fatal', 'error', 'warn'])
  })

  it('leaves no filter when it was the last one that was off', () => {
    expect(toggleLevel(toggleLevel(null, 'info', false), 'info', false)).toBeNull()
  })

  it('is the only one with Alt, and all are back when it was the only one', () => {
    expect(toggleLevel(null, 'warn', true)).toEqual(['warn'])
    expect(toggleLevel(['info', 'warn'], 'warn', true)).toEqual(['warn'])
    expect(toggleLevel(['warn'], 'warn', true)).toBeNull()
    expect(toggleLevel(['info'], 'warn', true)).toEqual(['warn'])
  })

  it('can be the last one that goes off: then no line is shown', () => {
    expect(toggleLevel(['warn'], 'warn', false)).toEqual([])
  })
})
