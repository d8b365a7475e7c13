import { describe, expect, it, vi } from 'vitest'
import { Pacer } from '../../src/server/pacer.ts'

describe('Pacer', () => {
  it('runs once for many pokes of one turn', async () => {
    let runs = 0
    const pacer = new Pacer(async () => {
      runs += 1
    }, 0)
    for (let n = 0; n < 100; n += 1) pacer.poke()
    await vi.waitUntil(() => runs > 0)
    expect(runs).toBe(1)
  })

  it('runs again for a poke during a run, and never two at a time', async () => {
    let running = 0
    let most = 0
    let runs = 0
    const pacer: Pacer = new Pacer(async () => {
      running += 1
      most = Math.max(most, running)
      runs += 1
      if (runs === 1) pacer.poke()
      await new Promise(setImmediate)
      running -= 1
    }, 0)
    pacer.poke()
    await vi.waitUntil(() => runs === 2)
    expect(most).toBe(1)
  })

  it('keeps its interval between two runs', async () => {
    const starts: number[] = []
    const pacer: Pacer = new Pacer(async () => {
      starts.push(performance.now())
      if (starts.length < 3) pacer.poke()
    }, 20)
    pacer.poke()
    await vi.waitUntil(() => starts.length === 3)
    const [a = 0, b = 0, c = 0] = starts
    // Timers may fire up to a millisecond early.
    expect(Math.min(b - a, c - b)).toBeGreaterThanOrEqual(19)
  })

  it('runs no more once it is closed', async () => {
    let runs = 0
    const pacer = new Pacer(async () => {
      runs += 1
    }, 0)
    pacer.poke()
    pacer.close()
    pacer.poke()
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    expect(runs).toBe(0)
    expect(pacer.closed).toBe(true)
  })
})
