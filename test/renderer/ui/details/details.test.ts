import { describe, expect, it } from 'vitest'
import { createDetails } from '../../../../src/renderer/ui/details/details.ts'
import { memoryKept } from '../../../support/memory-kept.ts'

describe('the pane of details', () => {
  it('comes back as it was left', () => {
    const kept = memoryKept()
    const details = createDetails(kept)
    details.set({ isOpen: true, width: 500, tab: 'text' })
    expect(createDetails(kept).get()).toEqual({ isOpen: true, width: 500, tab: 'text' })
  })

  it.each(['{"isOpen":true,"width":5,"tab":"text"}', '{"isOpen":1}', 'no JSON'])(
    'is closed at first when %s was kept',
    (stored) => {
      const details = createDetails(memoryKept({ 'rastro:details': stored }))
      expect(details.get().isOpen).toBe(false)
    },
  )
})
