import { describe, expect, it } from 'vitest'
import { RunawayPattern } from '../../../../src/server/engine/engine.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { hitsTask, linesTask, RUNAWAY, RUNAWAY_LINE, searchTask } from './tasks-on.ts'
import { trapEngine } from './trap-engine.ts'

const DEADLINES = { patternMs: 500, cancelledMs: 100 }

describe('a pattern that backtracks for ever', () => {
  it('ends its search, not the others nor the windows', async () => {
    const { engine, said } = trapEngine({ deadlines: DEADLINES })
    const { file } = await engineFile(RUNAWAY_LINE)
    const { file: other } = await engineFile(Buffer.alloc(2_000_000, 'other line\n'))
    const runaway = engine.run('search', searchTask(file, RUNAWAY, 52))
    const failed = expect(runaway).rejects.toBeInstanceOf(RunawayPattern)
    const others = [1, 2, 3].map(() => engine.run('search', searchTask(other, 'x$', 2_000_000)))
    expect((await engine.run('lines', linesTask(file, 52, 1))).lines).toHaveLength(1)
    await failed
    expect(await Promise.all(others)).toEqual([1, 2, 3].map(() => ({ to: 2_000_000 })))
    expect(said.some((each) => each.includes('stuck'))).toBe(true)
    await engine.release(file.fd)
  })

  it('ends the window of a view that runs it', async () => {
    const { engine } = trapEngine({ deadlines: DEADLINES })
    const { file } = await engineFile(RUNAWAY_LINE.trimEnd())
    await expect(engine.run('hits', hitsTask(file, RUNAWAY))).rejects.toThrow('0.5 s')
  })

  it('that nobody waits for any more makes way', async () => {
    const { engine } = trapEngine({ deadlines: { patternMs: 60_000, cancelledMs: 100 } })
    const { file } = await engineFile(RUNAWAY_LINE.repeat(10))
    // As it is typed: each search takes the place of the one before it.
    for (let typed = 0; typed < 10; typed++) {
      const { signal, abort } = ending()
      const reason = new Error('Typed on.')
      const search = engine.run('search', searchTask(file, RUNAWAY, 520), { signal })
      const failed = expect(search).rejects.toBe(reason)
      abort(reason)
      await failed
    }
    expect(await engine.run('search', searchTask(file, '!$', 520))).toEqual({ to: 520 })
    await engine.release(file.fd)
  })
})

function ending() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: (reason: Error) => controller.abort(reason) }
}
