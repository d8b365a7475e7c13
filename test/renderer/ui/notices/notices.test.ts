import { describe, expect, it } from 'vitest'
import { createNotices } from '../../../../src/renderer/ui/notices/notices.ts'

const notice = (title: string) => ({ tone: 'danger', title, text: 'Why.' }) as const

describe('createNotices', () => {
  it('shows the newest three', () => {
    const notices = createNotices()
    for (const title of ['a', 'b', 'c', 'd']) notices.show(notice(title))
    expect(notices.shown.get().map(({ title }) => title)).toEqual(['b', 'c', 'd'])
  })

  it('answers the same id for the same sentence', () => {
    const notices = createNotices()
    const id = notices.show(notice('a'))
    expect(notices.show(notice('a'))).toBe(id)
    expect(notices.show(notice('b'))).not.toBe(id)
  })

  it('does not say the same twice at once, but again after it was dismissed', () => {
    const notices = createNotices()
    notices.show(notice('a'))
    notices.show(notice('a'))
    expect(notices.shown.get()).toHaveLength(1)
    notices.dismiss(notices.shown.get()[0]?.id ?? -1)
    expect(notices.shown.get()).toEqual([])
    notices.show(notice('a'))
    expect(notices.shown.get()).toHaveLength(1)
  })
})
