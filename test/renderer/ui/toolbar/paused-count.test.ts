import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { pauseCountWords } from '../../../../src/renderer/ui/toolbar/pause-count-words.ts'
import { pausedCount } from '../../../../src/renderer/ui/toolbar/paused-count.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import { logState } from '../log-state.ts'
import { pageState } from '../page-state.ts'

const log = logState({ end: lineNumber(12_441), errors: 5 })

describe('the count of a pause', () => {
  it('is what came since the pause', () => {
    const pause = { kind: 'paused', log: log.id, end: 10, errors: 2 } as const
    expect(pausedCount(pageState(log, { pause }))).toEqual({ lines: 12_431, errors: 3 })
  })

  it('is nothing while nothing is paused', () => {
    expect(pausedCount(pageState(log))).toEqual({ lines: 0, errors: 0 })
  })

  it('is never below nothing, when a server that was started again counts less', () => {
    const pause = { kind: 'paused', log: log.id, end: 20_000, errors: 9 } as const
    expect(pausedCount(pageState(log, { pause }))).toEqual({ lines: 0, errors: 0 })
  })

  it('is said with its errors only when there are some', () => {
    const { t } = createI18n('pt-BR')
    expect(pauseCountWords(t, 12_431, 3)).toBe('+12.431 linhas, 3 erros')
    expect(pauseCountWords(t, 1, 0)).toBe('+1 linha')
  })
})
