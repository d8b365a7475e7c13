import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../src/renderer/i18n/create-i18n.ts'

describe('createI18n', () => {
  it('counts lines as each language does', () => {
    expect(createI18n('pt-BR').t('lines', { count: 12_431 })).toBe('12.431 linhas')
    expect(createI18n('pt-BR').t('lines', { count: 1 })).toBe('1 linha')
    expect(createI18n('pt-BR').t('lines', { count: 0 })).toBe('0 linhas')
    expect(createI18n('en').t('lines', { count: 12_431 })).toBe('12,431 lines')
    expect(createI18n('en').t('lines', { count: 1 })).toBe('1 line')
  })

  it('knows the form that Portuguese keeps for round millions', () => {
    expect(createI18n('pt-BR').t('lines', { count: 1_000_000 })).toBe('1.000.000 linhas')
  })

  it('puts values in as they are, whatever they look like', () => {
    const name = '<b>$t(app.name) {{x}}</b>'
    expect(createI18n('en').t('sources.close', { name })).toBe(`Close ${name}`)
  })

  it('changes its language', async () => {
    const i18n = createI18n('en')
    await i18n.changeLanguage('pt-BR')
    expect(i18n.t('toolbar.read')).toBe('Ler Logs')
  })
})
