import { describe, expect, it } from 'vitest'
import {
  beatInto,
  createLifeCells,
  readLife,
} from '../../../../src/server/engine/threads/sign-of-life.ts'
import { createStuckWatch } from '../../../../src/server/engine/threads/stuck-watch.ts'

describe('createStuckWatch', () => {
  it('tells how long a thread has been within one slice', () => {
    const cells = createLifeCells()
    const thread = beatInto(cells)
    const watch = createStuckWatch(() => readLife(cells), 100)
    expect(watch.look()).toEqual({ task: 0, forMs: 0 })
    thread.entered(7)
    expect(watch.look()).toEqual({ task: 7, forMs: 0 })
    expect(watch.look()).toEqual({ task: 7, forMs: 100 })
    expect(watch.look()).toEqual({ task: 7, forMs: 200 })
    thread.left()
    thread.entered(7)
    expect(watch.look()).toEqual({ task: 7, forMs: 0 })
    thread.left()
    expect(watch.look()).toEqual({ task: 0, forMs: 0 })
    expect(watch.look()).toEqual({ task: 0, forMs: 0 })
  })
})
