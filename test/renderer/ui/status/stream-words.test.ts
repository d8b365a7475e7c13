import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { streamWords } from '../../../../src/renderer/ui/status/stream-words.ts'
import { API_ERRORS, type LogPhase, WAIT_REASONS } from '../../../../src/shared/protocol.ts'
import { logState } from '../log-state.ts'
import { pageState } from '../page-state.ts'

const { t } = createI18n('pt-BR')
const wordsOf = (phase: LogPhase) => streamWords(t, pageState(logState({ phase })))

describe('streamWords', () => {
  it('says what the followed file is doing', () => {
    expect(wordsOf({ kind: 'following' })).toEqual({ tone: 'live', text: 'Ao vivo', retryAt: null })
    expect(wordsOf({ kind: 'opening' }).text).toBe('Abrindo…')
    expect(wordsOf({ kind: 'waiting', reason: 'missing' })).toMatchObject({
      tone: 'warning',
      text: 'Aguardando o arquivo: O arquivo ainda não existe.',
    })
  })

  it('says why a remote stream is not live, and when it is tried again', () => {
    const reason = { kind: 'network', detail: 'ECONNREFUSED' } as const
    expect(wordsOf({ kind: 'reconnecting', attempt: 3, retryAt: 5000, reason })).toEqual({
      tone: 'warning',
      text: 'Reconectando: O endereço está fora de alcance (ECONNREFUSED).',
      retryAt: 5000,
    })
    expect(wordsOf({ kind: 'refused', reason: { kind: 'status', status: 204 } })).toMatchObject({
      tone: 'danger',
      text: 'Recusado: O servidor diz que não há mais nada para ler (204).',
    })
    expect(wordsOf({ kind: 'ended' }).text).toContain('Encerrado')
  })

  it('puts a pause before the phase of the log, and a lost server before both', () => {
    const pause = { kind: 'paused', log: 'app-log', end: 0, errors: 0 } as const
    const paused = pageState(logState(), { pause })
    expect(streamWords(t, paused)).toMatchObject({ tone: 'paused', text: 'Pausado' })
    const connection = { kind: 'reconnecting', attempt: 1, retryAt: 9 } as const
    expect(streamWords(t, { ...paused, connection })).toMatchObject({
      tone: 'warning',
      retryAt: 9,
    })
  })

  it.each(API_ERRORS)('has a sentence in both languages for the refusal %s', (error) => {
    const state = pageState(null, { connection: { kind: 'refused', error } })
    const portuguese = streamWords(t, state).text
    const english = streamWords(createI18n('en').t, state).text
    expect(portuguese).toMatch(/^Recusado: [A-ZÀ-Ú].+[.?]$/)
    expect(english).toMatch(/^Refused: [A-Z].+[.?]$/)
  })

  it.each(WAIT_REASONS)('has a sentence for the reason %s of waiting', (reason) => {
    expect(wordsOf({ kind: 'waiting', reason }).text).toMatch(/: (O|Este) .+\.$/)
  })
})
