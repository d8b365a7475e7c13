import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createInlineEngine } from '../../../src/server/engine/threads/inline-engine.ts'
import { FileLog } from '../../../src/server/log/file-log.ts'
import { LogViews } from '../../../src/server/log/log-views.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { asText } from '../../support/numbered-lines.ts'
import { allRows } from '../../support/searched-log.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { lineRange, text, wanted } from '../../support/wanted.ts'

/** A log whose line n has the time 10 n, and views that find lines by that rule. */
async function timedLog(count: number) {
  const path = join(await tempFolder(), 'app.log')
  const line = (at: number) => `${10 * at} ${at % 3 === 0 ? 'ERROR' : 'fine'}`
  writeFileSync(path, asText(Array.from({ length: count }, (_, at) => line(at))))
  const engine = createInlineEngine()
  const origin = { kind: 'file', path } as const
  const log = new FileLog({ id: 'app', name: 'app', origin, path, engine, ownLog: silentLog })
  const views = new LogViews({
    id: 'app',
    timeline: log.timeline,
    engine,
    ownLog: silentLog,
    lineAtTime: async (ms) => {
      const at = Math.max(0, Math.ceil(ms / 10))
      return at < log.state().end ? lineNumber(at) : null
    },
    look: () => log.look(),
  })
  log.onChange(() => views.grew())
  onTestFinished(async () => {
    views.close()
    await log.close()
    await engine.close()
  })
  const append = (from: number, to: number) => {
    for (let at = from; at < to; at++) appendFileSync(path, `${line(at)}\n`)
  }
  const until = (check: () => void | Promise<void>) =>
    vi.waitFor(check, { timeout: 20_000, interval: 10 })
  await until(() => expect(log.state().end).toBe(count))
  return { log, views, append, until }
}

describe('a view of a range of times', () => {
  it('shows the matches from its first line to its last, and no later ones', async () => {
    const { views, append, until, log } = await timedLog(100)
    const inside = views.open(wanted([text('ERROR')], { time: { from: 95, to: 301 } }))
    const open = views.open(wanted([text('ERROR')], { time: { from: 900, to: null } }))
    const ahead = views.open(wanted([text('ERROR')], { time: { from: 950, to: 1100 } }))
    const future = views.open(wanted([text('ERROR')], { time: { from: 1_050, to: 1_100 } }))
    const both = views.open(
      wanted([text('ERROR')], { time: { from: null, to: 300 }, lines: lineRange(20, 90) }),
    )
    const lines = async (view: typeof inside) =>
      (await allRows(view)).map((row) => Number(row.line))
    const errors = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => from + at).filter((at) => at % 3 === 0)
    const isCurrent = (view: typeof inside) =>
      expect(view.state().phase).toEqual({ kind: 'current' })
    await until(() => [inside, open, ahead, future, both].forEach(isCurrent))
    expect(await lines(inside)).toEqual(errors(10, 31))
    expect(await lines(open)).toEqual(errors(90, 100))
    expect(await lines(ahead)).toEqual(errors(95, 100))
    expect(await lines(future)).toEqual([])
    expect(await lines(both)).toEqual(errors(20, 30))
    append(100, 130)
    await until(() => expect(log.state().end).toBe(130))
    await until(async () => expect(await lines(open)).toEqual(errors(90, 130)))
    await until(async () => expect(await lines(future)).toEqual(errors(105, 110)))
    await until(async () => expect(await lines(ahead)).toEqual(errors(95, 110)))
    expect(await lines(inside)).toEqual(errors(10, 31))
  })
})
