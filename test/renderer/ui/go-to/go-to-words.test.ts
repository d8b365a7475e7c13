import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { goToWords } from '../../../../src/renderer/ui/go-to/go-to-words.ts'

const { t } = createI18n('pt-BR')
const format = createFormat('pt-BR')
const lines = { first: 0, end: 100_000_000, indexed: null }
const goTo = { kind: 'line', number: 200_000_000 } as const

describe('goToWords', () => {
  it('tells which lines there are', () => {
    const words = goToWords(t, format, { kind: 'asking' }, lines)
    expect(words).toEqual({ help: 'De 1 a 100.000.000.', error: null, waiting: null })
  })

  it('tells that the range is that of now while the index is built', () => {
    const words = goToWords(t, format, { kind: 'asking' }, { ...lines, indexed: 0.43 })
    expect(words.help).toBe('De 1 a 100.000.000 até agora; o índice está em 43%.')
  })

  it('names the line that is not there, and those that are', () => {
    const verdict = { kind: 'outside' } as const
    const words = goToWords(t, format, { kind: 'asked', goTo, verdict }, lines)
    expect(words.error).toBe('Não há linha 200.000.000. As linhas vão de 1 a 100.000.000.')
  })

  it('says that the index is waited for', () => {
    const verdict = { kind: 'wait' } as const
    const words = goToWords(t, format, { kind: 'asked', goTo, verdict }, { ...lines, indexed: 0.5 })
    expect(words).toMatchObject({ error: null, waiting: expect.stringContaining('50%') })
  })

  it('shows what a number looks like to who typed none', () => {
    expect(goToWords(t, format, { kind: 'unreadable' }, lines).error).toContain('12.345')
  })

  it('has no range of a log without lines', () => {
    const words = goToWords(t, format, { kind: 'asking' }, { ...lines, end: 0 })
    expect(words.help).toBe('O log ainda não tem linhas.')
  })
})
