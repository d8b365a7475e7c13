import { appendFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { BytesGone } from '../../../src/server/engine/byte-source.ts'
import { type Engine, EngineLost } from '../../../src/server/engine/engine.ts'
import { createEngine } from '../../../src/server/engine/threads/create-engine.ts'
import { createInlineEngine } from '../../../src/server/engine/threads/inline-engine.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import { rowNumber } from '../../../src/shared/row-number.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { searchedLog } from '../../support/searched-log.ts'
import { regexp, text, wanted } from '../../support/wanted.ts'

const LINES = numberedLines('line', 3000)

/** An engine whose searches fail with what `failure` gives, as long as it gives something. */
function failingEngine(failure: () => Error | null): Engine {
  const inline = createInlineEngine()
  return {
    run: (kind, task, options) => {
      const error = kind === 'search' ? failure() : null
      return error === null ? inline.run(kind, task, options) : Promise.reject(error)
    },
    release: (fd) => inline.release(fd),
    close: () => inline.close(),
  }
}

describe('a view that fails', () => {
  it('says that its pattern ran away, and the other views go on', async () => {
    const content = asText([...LINES, `${'a'.repeat(50)}!`, ...LINES])
    const { log, path, until } = await searchedLog(content, createEngine(silentLog))
    const fine = log.views.open(wanted([text('line 2')]))
    const bad = log.views.open(wanted([regexp('^(a+)+$')]))
    const late = log.views.open(wanted([text('!')]))
    await until(() => expect(bad.state().phase).toEqual({ kind: 'failed', reason: 'runaway' }))
    await until(() => expect(fine.state().phase).toEqual({ kind: 'current' }))
    await until(() => expect(late.state().phase).toEqual({ kind: 'current' }))
    const window = await late.window(rowNumber(0), rowNumber(5))
    expect(window.rows.map((row) => row.line)).toEqual([3000])
    appendFileSync(path, 'more!\n')
    await until(() => expect(late.state().end).toBe(2))
    expect(bad.state()).toMatchObject({ end: 0, phase: { kind: 'failed' } })
  })

  it('is not stopped any more', async () => {
    const engine = failingEngine(() => new EngineLost('twice'))
    const { log, until } = await searchedLog(asText(LINES), engine)
    const view = log.views.open(wanted([text('line')]))
    await until(() => expect(view.state().phase.kind).toBe('failed'))
    view.stop()
    expect(view.state().phase.kind).toBe('failed')
  })

  it('says that the threads were lost', async () => {
    const engine = failingEngine(() => new EngineLost('twice'))
    const { log, until } = await searchedLog(asText(LINES), engine)
    const view = log.views.open(wanted([text('line')]))
    await until(() => expect(view.state().phase).toEqual({ kind: 'failed', reason: 'lost' }))
  })

  it('tries a file again that was being looked at when it failed', async () => {
    let failures = 3
    const engine = failingEngine(() => (failures-- > 0 ? new BytesGone('for now') : null))
    const { log, until } = await searchedLog(asText(LINES), engine)
    const view = log.views.open(wanted([text('line')]))
    await until(() => expect(view.state()).toMatchObject({ end: 3000, phase: { kind: 'current' } }))
  })

  it('gives a file up that nobody can read', async () => {
    const engine = failingEngine(() => new BytesGone('for ever'))
    const { log, until } = await searchedLog(asText(LINES), engine)
    const view = log.views.open(wanted([text('line')]))
    const ended = vi.fn()
    log.views.onChange(ended)
    await until(() => expect(view.state().phase).toEqual({ kind: 'failed', reason: 'gone' }))
    expect(ended).toHaveBeenCalled()
    expect(view.state().end).toBe(0)
  })
})
