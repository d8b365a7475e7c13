import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import {
  bucketWords,
  createPlaceWords,
} from '../../../../src/renderer/ui/histogram/bucket-words.ts'
import { createTimeWords } from '../../../../src/renderer/ui/histogram/time-words.ts'
import { createClock } from '../../../../src/shared/time/clock.ts'

function wordsIn(locale: 'pt-BR' | 'en') {
  const { t } = createI18n(locale)
  const clock = createClock('America/Sao_Paulo')
  return { t, words: createPlaceWords(t, createFormat(locale), createTimeWords(locale), clock) }
}

const from = Date.parse('2024-01-02T14:00:00-03:00')
const MINUTES = { by: 'time', from, to: from + 600_000, count: 10, width: 60_000 } as const
const LINES = { by: 'position', from: 0, to: 1000, count: 10, width: 100 } as const

describe('a part of the histogram', () => {
  it('is told on the clock of the log, with its errors', () => {
    const counts = { lines: 1234, levels: [1, 2, 0, 1231, 0, 0, 0] }
    const { t, words } = wordsIn('pt-BR')
    expect(bucketWords(t, words, MINUTES, 2, counts)).toBe(
      '02/01/2024, 14:02 a 14:03: 1.234 linhas, 3 erros',
    )
  })

  it('is told without errors where there are none, or nobody knows', () => {
    const { t, words } = wordsIn('en')
    const told = (counts: Parameters<typeof bucketWords>[4]) =>
      bucketWords(t, words, MINUTES, 0, counts)
    expect(told({ lines: 1, levels: [0, 0, 0, 1, 0, 0, 0] })).toBe(
      '01/02/2024, 14:00 to 14:01: 1 line',
    )
    expect(told({ lines: 5, levels: null })).toBe('01/02/2024, 14:00 to 14:01: 5 lines')
  })

  it('is told by its lines where they have no times', () => {
    const { t, words } = wordsIn('en')
    expect(bucketWords(t, words, LINES, 3, { lines: 100, levels: null })).toBe(
      'line 301 to line 400: 100 lines',
    )
    expect(words.mark('position', 5000, 1000)).toBe('5,000')
  })
})
