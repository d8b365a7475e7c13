import { describe, expect, it } from 'vitest'
import { moveTab, orderTabs, tabBeside } from '../../../../src/renderer/ui/tabs/tab-order.ts'

describe('orderTabs', () => {
  it('keeps the order of the user, and puts new logs behind', () => {
    expect(orderTabs(['c', 'a'], ['a', 'b', 'c', 'd'])).toEqual(['c', 'a', 'b', 'd'])
  })

  it('leaves out what is not open', () => {
    expect(orderTabs(['gone', 'a'], ['a'])).toEqual(['a'])
    expect(orderTabs(['a'], [])).toEqual([])
  })
})

describe('moveTab', () => {
  it('moves a tab to a place, and no further than the ends', () => {
    const tabs = ['a', 'b', 'c']
    expect(moveTab(tabs, 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(moveTab(tabs, 'a', 9)).toEqual(['b', 'c', 'a'])
    expect(moveTab(tabs, 'c', -1)).toEqual(['c', 'a', 'b'])
  })

  it('answers the same tabs when nothing moves', () => {
    const tabs = ['a', 'b']
    expect(moveTab(tabs, 'b', 1)).toBe(tabs)
    expect(moveTab(tabs, 'b', 7)).toBe(tabs)
    expect(moveTab(tabs, 'x', 0)).toBe(tabs)
  })
})

describe('tabBeside', () => {
  it('goes around the ends', () => {
    const tabs = ['a', 'b', 'c']
    expect(tabBeside(tabs, 'a', 1)).toBe('b')
    expect(tabBeside(tabs, 'c', 1)).toBe('a')
    expect(tabBeside(tabs, 'a', -1)).toBe('c')
  })

  it('has no answer where there is no other tab', () => {
    expect(tabBeside(['a'], 'a', 1)).toBeNull()
    expect(tabBeside(['a', 'b'], null, 1)).toBeNull()
    expect(tabBeside(['a', 'b'], 'x', 1)).toBeNull()
  })
})
