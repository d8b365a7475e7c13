import { expect, it } from 'vitest'
import { createI18n } from '../../../src/renderer/i18n/create-i18n.ts'
import { ptBR } from '../../../src/renderer/i18n/pt-BR.ts'
import { withZeroForms } from '../../../src/renderer/i18n/zero-forms.ts'

const COUNTED = Object.keys(ptBR)
  .filter((key) => key.endsWith('_other'))
  .map((key) => key.replace(/_other$/, ''))

it('counts none as many, and leaves a text that has a form of its own', () => {
  const texts = { a_one: 'um', a_other: 'muitos', b: 'sem número', c_zero: 'nenhum', c_other: 'cs' }
  expect(withZeroForms(texts)).toEqual({ ...texts, a_zero: 'muitos' })
})

it.each(COUNTED)('writes the plural of %s with 0 in Portuguese', (key) => {
  const { t } = createI18n('pt-BR')
  // One name stands for all: these are keys out of the catalogue, of which `t` knows those of English.
  const words = (count: number): string => t(key as 'lines', { count })
  const ownForm = Object.entries(ptBR).find(([known]) => known === `${key}_zero`)?.[1]
  expect(words(0)).toBe(ownForm ?? words(2).replaceAll('2', '0'))
})

it('writes what people say', () => {
  const { t } = createI18n('pt-BR')
  expect(t('search.lines', { count: 0 })).toBe('0 linhas')
  expect(t('errors', { count: 0 })).toBe('0 erros')
  expect(t('errors', { count: 1 })).toBe('1 erro')
  expect(t('filters.extentLines', { count: 0 })).toBe('Só a linha')
  expect(createI18n('en').t('errors', { count: 0 })).toBe('0 errors')
})
