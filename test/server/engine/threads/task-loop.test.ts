import { describe, expect, it } from 'vitest'
import type { EngineFile, LinesTask } from '../../../../src/server/engine/engine-task.ts'
import { TaskLoop } from '../../../../src/server/engine/threads/task-loop.ts'
import type { TaskRegistry } from '../../../../src/server/engine/threads/task-registry.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import type { FromThread } from '../../../../src/server/engine/threads/thread-message.ts'

const FILE: EngineFile = { fd: -1, encoding: 'utf-8', head: new Uint8Array() }
const LINES: LinesTask = {
  file: FILE,
  from: 0,
  skip: 0,
  end: 0,
  maxLines: 0,
  maxLineBytes: 0,
  maxBytes: 0,
  unfinished: 'held',
}

/** A loop whose tasks note each slice: `c1` is one of the count with id 1. Counts take `to` slices. */
function noted() {
  const slices: string[] = []
  const told: FromThread[] = []
  const ended: number[] = []
  let inTask = 0
  const registry: TaskRegistry = {
    *count({ to }) {
      try {
        for (let left = to; left > 1; left--) {
          slices.push(`c${inTask}`)
          yield null
        }
        slices.push(`c${inTask}`)
        return { to }
      } finally {
        ended.push(to)
      }
    },
    *lines({ maxLines }) {
      for (let left = maxLines; left > 1; left--) {
        slices.push(`l${inTask}`)
        yield null
      }
      slices.push(`l${inTask}`)
      return { lines: [], start: 0, ends: [] }
    },
    *bytes() {
      yield null
      throw new RangeError('Too far.')
    },
  }
  const watch = {
    entered: (id: number) => {
      inTask = id
    },
    left: () => {
      inTask = 0
    },
  }
  const loop = new TaskLoop(registry, createTaskTools(), (message) => told.push(message), watch)
  const count = (id: number, to: number) =>
    loop.take({ say: 'run', id, kind: 'count', task: { file: FILE, from: 0, to } })
  const lines = (id: number, maxLines: number) =>
    loop.take({ say: 'run', id, kind: 'lines', task: { ...LINES, maxLines } })
  const turn = (times: number) => {
    for (let left = times; left > 0; left--) loop.turn()
  }
  return { loop, slices, told, ended, count, lines, turn }
}

describe('TaskLoop', () => {
  it('gives long tasks one slice each in turn', () => {
    const { count, turn, slices, loop } = noted()
    count(1, 3)
    count(2, 2)
    turn(5)
    expect(slices).toEqual(['c1', 'c2', 'c1', 'c2', 'c1'])
    expect(loop.idle).toBe(true)
  })

  it('runs short tasks first, and a slice of the others after each round of them', () => {
    const { count, lines, turn, slices } = noted()
    count(1, 9)
    turn(1)
    lines(2, 3)
    lines(3, 1)
    turn(6)
    expect(slices).toEqual(['c1', 'l2', 'l3', 'c1', 'l2', 'c1', 'l2'])
    lines(4, 1)
    turn(3)
    expect(slices.slice(7)).toEqual(['l4', 'c1', 'c1'])
  })

  it('ends a cancelled task where it stands and says so, also of one that is over', () => {
    const { count, lines, turn, slices, told, ended, loop } = noted()
    count(1, 5)
    lines(2, 5)
    turn(3)
    loop.take({ say: 'cancel', id: 1 })
    loop.take({ say: 'cancel', id: 2 })
    loop.take({ say: 'cancel', id: 99 })
    expect(ended).toEqual([5])
    expect(told).toEqual([
      { say: 'ended', id: 1 },
      { say: 'ended', id: 2 },
      { say: 'ended', id: 99 },
    ])
    turn(3)
    expect(slices).toHaveLength(3)
    expect(loop.idle).toBe(true)
  })

  it('tells what a task throws, and of a task that it has no code for', () => {
    const { loop, told, count, turn } = noted()
    loop.take({ say: 'run', id: 1, kind: 'bytes', task: { file: FILE, from: 0, to: 1 } })
    const format = {
      notation: 'iso',
      place: { kind: 'word', word: 0 },
      zoneMinutes: 0,
      lastChange: 0,
    } as const
    const seek = { file: FILE, from: 0, to: 1, end: 1, at: 0, format }
    loop.take({ say: 'run', id: 2, kind: 'seek', task: seek })
    count(3, 1)
    turn(3)
    expect(told).toMatchObject([
      { say: 'failed', id: 2, failure: { name: 'TypeError' } },
      { say: 'result', id: 3, result: { to: 1 } },
      { say: 'failed', id: 1, failure: { kind: 'other', name: 'RangeError', message: 'Too far.' } },
    ])
  })
})
