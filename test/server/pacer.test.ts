import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Pacer } from '../../src/server/pacer.ts'
import { PATIENCE } from '../support/patience.ts'

describe('Pacer', () => {
  it('runs once for many pokes of one turn', async () => {
    let runs = 0
    const pacer = new Pacer(async () => {
      runs += 1
    }, 0)
    for (let n = 0; n < 100; n += 1) pacer.poke()
    await vi.waitUntil(() => runs > 0, PATIENCE)
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
    await vi.waitUntil(() => runs === 2, PATIENCE)
    expect(most).toBe(1)
  })

  it('keeps its interval between two runs', async () => {
    // Its interval is what is tested, not how exactly a machine keeps it.
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let runs = 0
    const pacer: Pacer = new Pacer(async () => {
      runs += 1
      pacer.poke()
    }, 20)
    pacer.poke()
    await vi.advanceTimersByTimeAsync(0)
    expect(runs).toBe(1)
    for (let before = 1; before < 4; before += 1) {
      await vi.advanceTimersByTimeAsync(19)
      expect(runs).toBe(before)
      await vi.advanceTimersByTimeAsync(1)
      expect(runs).toBe(before + 1)
    }
    pacer.close()
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
