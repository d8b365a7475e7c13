import { describe, expect, it } from 'vitest'
import { unseenCount } from '../../../../src/renderer/ui/status/unseen-count.ts'
import { logState } from '../../../support/log-state.ts'
import { pageState } from '../page-state.ts'

describe('what came below the view', () => {
  const log = logState({ end: 30, errors: 5 })
  const away = { follow: false, leftAt: { end: 10, errors: 2 } }

  it('is the difference to where the end was left', () => {
    expect(unseenCount(pageState(log, away))).toEqual({ lines: 20, errors: 3 })
  })

  it('is nothing while following, and is told by the pause while paused', () => {
    expect(unseenCount(pageState(log))).toEqual({ lines: 0, errors: 0 })
    const pause = { kind: 'paused', log: log.id, end: 12, errors: 2 } as const
    expect(unseenCount(pageState(log, { ...away, pause }))).toEqual({ lines: 0, errors: 0 })
  })

  it('is never below zero', () => {
    const leftAt = { end: 40, errors: 9 }
    expect(unseenCount(pageState(log, { ...away, leftAt }))).toEqual({ lines: 0, errors: 0 })
  })
})
