import { expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { linesWords } from '../../../../src/renderer/ui/filters/lines-words.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'

it.each([
  ['pt-BR', 'Linhas de 1.001 a 2.000', 'Da linha 1.001 em diante'],
  ['en', 'Lines 1,001 to 2,000', 'From line 1,001 on'],
] as const)('counts lines from 1 and names the last one, in %s', (locale, both, open) => {
  const { t } = createI18n(locale)
  const format = createFormat(locale)
  const from = lineNumber(1000)
  expect(linesWords(t, format, { from, to: lineNumber(2000) })).toBe(both)
  expect(linesWords(t, format, { from, to: null })).toBe(open)
})
