import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunLevels } from '../../../src/server/log/run-levels.ts'
import { LEVELS } from '../../../src/shared/level.ts'

const ROW = LEVELS.length

describe('the levels of the rows of a run', () => {
  it('add up per block, in whatever pieces they come', () => {
    const piece = fc.record({
      block: fc.nat({ max: 60 }),
      counts: fc.array(fc.nat({ max: 9 }), { minLength: ROW, maxLength: 3 * ROW }),
    })
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const levels = new RunLevels()
        const sums = new Map<number, number>()
        for (const { block, counts } of pieces) {
          levels.add(block, Uint32Array.from(counts))
          for (const [at, count] of counts.entries()) {
            const cell = block * ROW + at
            sums.set(cell, (sums.get(cell) ?? 0) + count)
          }
        }
        for (let cell = 0; cell < 70 * ROW; cell++) {
          const told = levels.at(Math.floor(cell / ROW), cell % ROW)
          expect(told).toBe(sums.get(cell) ?? 0)
        }
      }),
    )
  })

  it('can be taken back from a place on', () => {
    const levels = new RunLevels()
    levels.add(0, Uint32Array.of(...[0, 5, 0, 2, 0, 0, 0], ...[0, 3, 0, 0, 0, 0, 0]))
    levels.takeBack(0, 1, 4)
    expect([levels.at(0, 1), levels.at(0, 3), levels.at(1, 1)]).toEqual([1, 2, 0])
    levels.takeBack(1000, 0, 0)
    expect(levels.at(0, 1)).toBe(1)
  })

  it('take 28 bytes per block, and twice that at most', () => {
    const levels = new RunLevels()
    levels.add(99_999, Uint32Array.of(1))
    expect(levels.heldBytes).toBeLessThanOrEqual(100_000 * 28)
    levels.add(100_000, Uint32Array.of(1))
    expect(levels.heldBytes).toBeLessThanOrEqual(100_001 * 56)
  })
})
