import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { emptyWords } from '../../../../src/renderer/ui/stage/empty-words.ts'
import { stageView } from '../../../../src/renderer/ui/stage/stage-view.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import type { LogState } from '../../../../src/shared/protocol.ts'
import { logState } from '../log-state.ts'
import { pageState } from '../page-state.ts'

const EMPTY: Partial<LogState> = { end: lineNumber(0), bytes: 0, indexed: 0 }

describe('stageView', () => {
  it('shows the lines of a log that is read', () => {
    expect(stageView(pageState(logState()), true).kind).toBe('lines')
  })

  it('asks for Ler Logs until it was pressed', () => {
    expect(stageView(pageState(logState()), false).kind).toBe('unread')
  })

  it('tells a server that is away from one that has not answered yet', () => {
    const away = { kind: 'reconnecting', attempt: 1, retryAt: 0 } as const
    expect(stageView(pageState(null, { server: null }), false).kind).toBe('loading')
    expect(stageView(pageState(null, { server: null, connection: away }), false).kind).toBe(
      'server-away',
    )
  })

  it('says why the server does not let the page in', () => {
    const connection = { kind: 'refused', error: 'unauthorized' } as const
    const view = stageView(pageState(null, { server: null, connection }), false)
    expect(view).toEqual({ kind: 'refused', error: 'unauthorized' })
  })

  it('says that there is no log, and that a log has no lines', () => {
    expect(stageView(pageState(null), false).kind).toBe('no-log')
    expect(stageView(pageState(logState(EMPTY)), true).kind).toBe('no-lines')
  })

  it('shows the list for an unfinished line, a mark, or lines the index does not know yet', () => {
    expect(stageView(pageState(logState({ ...EMPTY, partial: 'half a' })), true).kind).toBe('lines')
    expect(stageView(pageState(logState({ ...EMPTY, bytes: 10 })), true).kind).toBe('lines')
  })
})

describe('emptyWords', () => {
  const { t } = createI18n('pt-BR')
  const wordsFor = (change: Partial<LogState>) => {
    const view = stageView(pageState(logState({ ...EMPTY, ...change })), true)
    if (view.kind === 'lines') throw new Error('The stage shows lines.')
    return emptyWords(t, view, false)
  }

  it('tells an empty file from one that is waited for', () => {
    expect(wordsFor({ phase: { kind: 'following' } }).title).toBe('O arquivo está vazio')
    const waiting = wordsFor({ phase: { kind: 'waiting', reason: 'denied' } })
    expect(waiting.title).toBe('Aguardando o arquivo')
    expect(waiting.text).toContain('Este usuário não pode ler o arquivo.')
  })

  it('says why a remote stream shows nothing', () => {
    const origin = { kind: 'remote', url: 'http://host/' } as const
    const refused = { kind: 'refused', reason: { kind: 'type', contentType: 'text/html' } } as const
    expect(wordsFor({ origin, phase: refused }).text).toContain('“text/html”')
    expect(wordsFor({ origin, phase: { kind: 'ended' } }).text).toContain('terminou')
  })
})
