import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { filterWords } from '../../../../src/renderer/ui/filters/filter-words.ts'

const portuguese = createI18n('pt-BR').t
const words = (shown: number, lines: number) =>
  filterWords(portuguese, createFormat('pt-BR'), { kind: 'current', shown, lines })

describe('the words of a filter', () => {
  it('count what is shown, what there is and what is hidden, each by its own number', () => {
    expect(words(0, 0)).toBe('0 de 0 linhas à mostra, 0 ocultas')
    expect(words(0, 1)).toBe('0 de 1 linha à mostra, 1 oculta')
    expect(words(1999, 2000)).toBe('1.999 de 2.000 linhas à mostra, 1 oculta')
    expect(words(0, 2000)).toBe('0 de 2.000 linhas à mostra, 2.000 ocultas')
  })

  it('count what was found so far', () => {
    const soFar = (shown: number) =>
      filterWords(portuguese, createFormat('pt-BR'), { kind: 'scanning', shown, share: 0.5 })
    expect(soFar(0)).toBe('0 linhas encontradas até agora, 50% pesquisado')
    expect(soFar(1)).toBe('1 linha encontrada até agora, 50% pesquisado')
  })
})
