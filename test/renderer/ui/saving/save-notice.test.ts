import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { type SaveEnd, saveNotice } from '../../../../src/renderer/ui/saving/save-notice.ts'

function noticeOf(locale: 'pt-BR' | 'en', end: SaveEnd) {
  return saveNotice(createI18n(locale).t, createFormat(locale), 'app $t(app.name).log', end)
}

describe('saveNotice', () => {
  it('says how much was saved, under a name that is only a name', () => {
    const saved: SaveEnd = { kind: 'saved', progress: { bytes: 2048, lines: 1234 } }
    expect(noticeOf('pt-BR', saved)).toEqual({
      tone: 'info',
      title: 'Salvo',
      text: '1.234 linhas em app $t(app.name).log (2,0 kB).',
    })
    const one: SaveEnd = { kind: 'saved', progress: { bytes: 1, lines: 1 } }
    expect(noticeOf('en', one).text).toContain('1 line in app $t(app.name).log')
  })

  it('says why a file was not saved, each reason in its own words', () => {
    const ends: readonly SaveEnd[] = [
      { kind: 'broken' },
      { kind: 'unwritable' },
      { kind: 'too-large' },
      { kind: 'refused', error: 'too-many' },
    ]
    const notices = ends.map((end) => noticeOf('en', end))
    expect(notices.map(({ tone }) => tone)).toEqual(ends.map(() => 'danger'))
    expect(new Set(notices.map(({ text }) => text)).size).toBe(ends.length)
    // The log changed before anything was sent: for the user that is the same.
    expect(noticeOf('en', { kind: 'refused', error: 'not-available' })).toEqual(notices[0])
  })

  it('does not call it a failure when the user cancelled', () => {
    expect(noticeOf('pt-BR', { kind: 'cancelled' }).tone).toBe('info')
  })
})
