import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { announcementOf, baselineOf } from '../../../../src/renderer/ui/status/announcement.ts'
import { tallyOf } from '../../../../src/renderer/ui/status/tally.ts'
import { logState } from '../log-state.ts'
import { pageState } from '../page-state.ts'

const { t } = createI18n('pt-BR')
const before = { log: 'a', lines: 100, errors: 1, isWhole: true }

describe('announcementOf', () => {
  it('sums up what came between two looks', () => {
    expect(announcementOf(t, before, { ...before, lines: 142, errors: 3 })).toBe(
      '42 linhas novas, 2 erros',
    )
    expect(announcementOf(t, before, { ...before, lines: 101 })).toBe('1 linha nova')
  })

  it('is silent when nothing came, another log is shown or nobody follows', () => {
    expect(announcementOf(t, before, before)).toBe('')
    expect(announcementOf(t, before, { ...before, log: 'b', lines: 900 })).toBe('')
    expect(announcementOf(t, before, null)).toBe('')
    expect(announcementOf(t, null, before)).toBe('')
  })
})

describe('baselineOf', () => {
  it('begins with what is there, once the index is whole', () => {
    expect(baselineOf(null, { ...before, isWhole: false })).toBeNull()
    expect(baselineOf(null, before)).toBe(before)
  })

  it('stays until another log is shown or nobody follows', () => {
    expect(baselineOf(before, { ...before, lines: 900, isWhole: false })).toBe(before)
    const other = { ...before, log: 'b' }
    expect(baselineOf(before, other)).toBe(other)
    expect(baselineOf(before, null)).toBeNull()
  })
})

describe('tallyOf', () => {
  it('counts only while the end is followed live', () => {
    const log = logState()
    expect(tallyOf(pageState(log))).toEqual({
      log: log.id,
      lines: 10,
      errors: 0,
      isWhole: true,
    })
    expect(tallyOf(pageState(log, { follow: false }))).toBeNull()
    expect(tallyOf(pageState(log, { connection: { kind: 'idle' } }))).toBeNull()
    const pause = { kind: 'paused', log: log.id, end: 10, errors: 0 } as const
    expect(tallyOf(pageState(log, { pause }))).toBeNull()
  })
})
