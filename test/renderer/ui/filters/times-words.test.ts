import { expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { timesWords } from '../../../../src/renderer/ui/filters/times-words.ts'
import { createTimeWords } from '../../../../src/renderer/ui/histogram/time-words.ts'
import { createFixedClock } from '../../../../src/shared/time/clock.ts'

const FROM = Date.UTC(2026, 0, 1, 12)

function words(locale: 'pt-BR' | 'en', from: number | null, to: number | null): string {
  const { t } = createI18n(locale)
  return timesWords(t, createTimeWords(locale), createFixedClock(0), { from, to })
}

it('tells the day once, and no finer than the ends are', () => {
  expect(words('pt-BR', FROM, FROM + 300_000)).toBe('01/01/2026, 12:00 a 12:05')
  expect(words('pt-BR', FROM, FROM + 1500)).toBe('01/01/2026, 12:00:00,000 a 12:00:01,500')
  expect(words('en', FROM, FROM + 90_000)).toBe('01/01/2026, 12:00:00 to 12:01:30')
})

it('tells open ends', () => {
  expect(words('pt-BR', FROM, null)).toBe('Desde 01/01/2026, 12:00')
  expect(words('en', null, FROM)).toBe('Until 01/01/2026, 12:00')
  expect(words('en', null, null)).toBe('Part of the time')
})
