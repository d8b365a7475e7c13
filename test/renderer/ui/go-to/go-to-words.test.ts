import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { createGoToWords } from '../../../../src/renderer/ui/go-to/go-to-words.ts'
import type { Going } from '../../../../src/renderer/ui/go-to/use-going.ts'
import { createTimeWords } from '../../../../src/renderer/ui/histogram/time-words.ts'
import { createClock } from '../../../../src/shared/time/clock.ts'

const lines = { first: 0, end: 100_000_000, indexed: null }
const times = {
  clock: createClock('America/Sao_Paulo'),
  reach: {
    first: Date.parse('2024-01-02T09:00:00-03:00'),
    last: Date.parse('2024-01-02T12:00:00.5-03:00'),
  },
}
const asking = { kind: 'asking' } as const
const nothing = { kind: 'nothing' } as const
const NONE = { lines, times: null }
const { first } = times.reach

function wordsIn(locale: 'pt-BR' | 'en') {
  const { t } = createI18n(locale)
  return createGoToWords(t, createFormat(locale), createTimeWords(locale))
}
const words = wordsIn('pt-BR')

describe('the words of going somewhere', () => {
  it('tell which lines there are', () => {
    expect(words(asking, nothing, NONE)).toEqual({
      help: 'Linhas de 1 a 100.000.000.',
      understood: null,
      error: null,
      waiting: null,
    })
  })

  it('tell which times there are, and on which clock', () => {
    expect(words(asking, nothing, { lines, times }).help).toBe(
      'Linhas de 1 a 100.000.000. De 02/01/2024, 09:00:00 a 02/01/2024, 12:00:00,500, no fuso de America/Sao_Paulo.',
    )
    expect(wordsIn('en')(asking, nothing, { lines, times }).help).toBe(
      'Lines 1 to 100,000,000. From 01/02/2024, 09:00:00 to 01/02/2024, 12:00:00.500, on the clock of America/Sao_Paulo.',
    )
  })

  it('tell that the range is that of now while the index is built', () => {
    const indexing = { ...NONE, lines: { ...lines, indexed: 0.43 } }
    expect(words(asking, nothing, indexing).help).toBe(
      'Linhas de 1 a 100.000.000 até agora; o índice está em 43%.',
    )
  })

  it('tell what was understood', () => {
    const understood = (meant: Parameters<typeof words>[1]) =>
      words(asking, meant, { lines, times }).understood
    expect(understood({ kind: 'line', number: 12_345 })).toBe('Vai para a linha 12.345.')
    expect(understood({ kind: 'time', ms: first })).toBe(
      'Vai para 02/01/2024, 09:00:00 (America/Sao_Paulo).',
    )
    expect(understood({ kind: 'no-times' })).toContain('não têm horários')
    expect(understood({ kind: 'unreadable' })).toBeNull()
  })

  it('tell before it is asked for that a line is not there', () => {
    const meant = { kind: 'line', number: 100_000_001 } as const
    expect(words(asking, meant, NONE).understood).toBe('Não há linha 100.000.001.')
    expect(wordsIn('en')(asking, meant, NONE).understood).toBe('There is no line 100,000,001.')
    const indexing = { ...NONE, lines: { ...lines, indexed: 0.5 } }
    expect(words(asking, meant, indexing).understood).toBe('Vai para a linha 100.000.001.')
  })

  it('name the line that is not there, and those that are', () => {
    const going: Going = { kind: 'line', number: 200_000_000, verdict: { kind: 'outside' } }
    expect(words(going, nothing, NONE).error).toBe(
      'Não há linha 200.000.000. As linhas vão de 1 a 100.000.000.',
    )
  })

  it('say that the index, or the server, is waited for', () => {
    const indexing = { ...NONE, lines: { ...lines, indexed: 0.5 } }
    const line: Going = { kind: 'line', number: 5, verdict: { kind: 'wait' } }
    expect(words(line, nothing, indexing)).toMatchObject({
      error: null,
      waiting: expect.stringContaining('50%'),
    })
    const time: Going = { kind: 'time', ms: first, answer: 'waiting' }
    expect(words(time, nothing, { lines, times }).waiting).toBe('Procurando esse horário…')
  })

  it('say where the log ends to who wants to go behind it', () => {
    const going: Going = { kind: 'time', ms: first + 7 * 3_600_000, answer: 'after' }
    expect(words(going, nothing, { lines, times }).error).toBe(
      'O log termina em 02/01/2024, 12:00:00,500, antes de 02/01/2024, 16:00:00.',
    )
  })

  it('say what can be typed to who typed something else', () => {
    expect(words({ kind: 'unreadable' }, nothing, NONE).error).toContain('12.345')
    expect(words({ kind: 'no-times' }, nothing, NONE).error).toContain('não têm horários')
  })

  it('have no range of a log without lines', () => {
    const empty = { ...NONE, lines: { ...lines, end: 0 } }
    expect(words(asking, nothing, empty).help).toBe('O log ainda não tem linhas.')
  })
})
