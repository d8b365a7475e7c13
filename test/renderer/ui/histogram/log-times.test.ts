import { describe, expect, it } from 'vitest'
import { createLogTimes } from '../../../../src/renderer/ui/histogram/log-times.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import { logId } from '../../../../src/shared/log-id.ts'

const LOG = logId.parse('a')
const last = Date.parse('2024-01-02T12:00:00-03:00')
const session = {
  lineAt: async () =>
    ({
      kind: 'ok',
      value: { line: lineNumber(0), first: last - 1000, last, zone: 'America/Sao_Paulo' },
    }) as const,
}

describe('the times of logs', () => {
  it('are unknown until the server was asked', async () => {
    const times = createLogTimes(session)
    let told = 0
    times.subscribe(() => {
      told += 1
    })
    expect(times.get(LOG)).toBeNull()
    expect(times.timeOf(LOG, '2024-01-02 12:00:00 x')).toBeNull()
    await times.ask(LOG)
    expect(times.get(LOG)).toMatchObject({ reach: { first: last - 1000, last } })
    expect(times.timeOf(LOG, '2024-01-02 12:00:00 x')).toBe(last)
    expect(times.timeOf(LOG, 'Jan  2 12:00:00 x')).toBe(last)
    expect(told).toBe(1)
  })

  it('stay the same object while nothing changes, and follow the log', () => {
    const times = createLogTimes(session)
    const first = times.learn(LOG, 'UTC', { first: 0, last })
    expect(times.learn(LOG, 'UTC', { first: 0, last })).toBe(first)
    expect(times.learn(LOG, 'UTC', { first: 0, last: last + 1 }).reach?.last).toBe(last + 1)
    const year = 366 * 86_400_000
    times.learn(LOG, 'UTC', { first: 0, last: last + year })
    expect(times.timeOf(LOG, 'Jan  2 15:00:00 x')).toBe(last + year)
    expect(times.learn(LOG, 'UTC', null).reach).toBeNull()
  })

  it('are not known of a server that does not answer', async () => {
    const times = createLogTimes({
      lineAt: async () => ({ kind: 'refused', error: 'network', detail: '' }),
    })
    expect(await times.ask(LOG)).toBeNull()
    expect(times.get(LOG)).toBeNull()
    expect(times.get(null)).toBeNull()
  })
})
