import { describe, expect, it } from 'vitest'
import type { EngineFile, LastEntry } from '../../../../src/server/engine/engine-task.ts'
import { Job } from '../../../../src/server/engine/threads/job.ts'
import { type AnyTask, anyTask } from '../../../../src/server/engine/threads/thread-message.ts'
import { searchTask } from './tasks-on.ts'

const file: EngineFile = { fd: 3, encoding: 'utf-8', head: new Uint8Array() }
const search = searchTask(file, 'x', 900)

function heard(work: AnyTask) {
  const events: unknown[] = []
  const job = new Job(1, work, {
    onPiece: ({ to }) => events.push(to),
    onResult: (result) => events.push(result),
    onFailure: (reason) => events.push(reason),
  })
  const tell = (to: number, lastEntry: LastEntry | null = null) =>
    job.tell({ to, block: 0, hits: new Uint32Array(), long: [], levels: null, lastEntry })
  return { job, tell, events }
}

describe('Job', () => {
  it('goes on after the last piece when its thread is lost', () => {
    const { job, tell, events } = heard(anyTask('search', search))
    tell(100)
    tell(300)
    job.lose()
    expect(job.work.task).toMatchObject({ from: 300, to: 900 })
    tell(900)
    job.lose()
    expect(events).toEqual([100, 300, 900, { to: 900 }])
    expect(job.settled).toBe(true)
  })

  it('knows the last entry that was told of, also where what is left has none', () => {
    const query = { ...search.query, entries: true }
    const { job, tell, events } = heard(anyTask('search', { ...search, query }))
    const first = { from: 120, hits: 2 }
    const second = { from: 310, hits: 1 }
    tell(300, first)
    job.lose()
    expect(job.work.task).toMatchObject({ from: 300, to: 900 })
    tell(600, second)
    job.lose()
    job.finish({ to: 900, lastEntry: null })
    expect(events).toEqual([300, 600, { to: 900, lastEntry: second }])
  })

  it('knows it too when no more than the result was missing', () => {
    const query = { ...search.query, entries: true }
    const { job, tell, events } = heard(anyTask('search', { ...search, query }))
    const last = { from: 120, hits: 2 }
    tell(900, last)
    job.lose()
    expect(events).toEqual([900, { to: 900, lastEntry: last }])
  })

  it('tells nothing more once it is settled', () => {
    const { job, tell, events } = heard(anyTask('search', search))
    job.fail('Enough.')
    tell(100)
    job.finish({ to: 900 })
    job.fail('Too late.')
    expect(events).toEqual(['Enough.'])
  })
})
