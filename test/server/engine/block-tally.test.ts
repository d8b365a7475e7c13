import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockTally } from '../../../src/server/engine/block-tally.ts'

const step = fc.oneof(
  fc.record({ kind: fc.constant('append' as const), count: fc.nat(5) }),
  fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: -2, max: 5 }) }),
  fc.record({ kind: fc.constant('remove' as const), from: fc.nat(40), length: fc.nat(30) }),
)

/** The counts themselves, without any sums. */
function afterSteps(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) {
  const tally = new BlockTally()
  const counts: number[] = []
  for (const each of steps) {
    if (each.kind === 'append') {
      tally.append(each.count)
      counts.push(each.count)
    } else if (each.kind === 'add') {
      const last = counts.at(-1)
      if (last === undefined || last + each.count < 0) continue
      tally.addToLast(each.count)
      counts[counts.length - 1] = last + each.count
    } else {
      const from = Math.min(each.from, counts.length)
      const to = Math.min(from + each.length, counts.length)
      tally.remove(from, to)
      counts.splice(from, to - from)
    }
  }
  return { tally, counts }
}

describe('BlockTally', () => {
  it('sums and finds as a list of all things would', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { tally, counts } = afterSteps(steps)
        const things = counts.flatMap((count, block) => Array<number>(count).fill(block))
        expect(tally.blocks).toBe(counts.length)
        expect(tally.total).toBe(things.length)
        expect(things.map((_, n) => tally.blockOf(n))).toEqual(things)
        expect(counts.map((_, block) => tally.at(block))).toEqual(counts)
        for (let block = 0; block <= counts.length; block++) {
          expect(tally.before(block)).toBe(things.filter((at) => at < block).length)
        }
      }),
    )
  })

  it('takes 8 bytes per block, twice as many at most, and gives them back', () => {
    const tally = new BlockTally()
    for (let block = 0; block < 10_000; block++) tally.append(1_000_000)
    expect(tally.heldBytes).toBeLessThanOrEqual(2 * 8 * 10_000)
    tally.remove(0, 9_990)
    expect(tally.heldBytes).toBeLessThanOrEqual(8 * 20)
    expect(tally.total).toBe(10_000_000)
  })

  it('counts beyond 2^32', () => {
    const tally = new BlockTally()
    tally.append(2 ** 32)
    tally.append(3)
    expect(tally.blockOf(2 ** 32 + 2)).toBe(1)
  })

  it('refuses what it does not have with the numbers in the sentence', () => {
    const tally = new BlockTally()
    expect(() => tally.addToLast(1)).toThrow('The last of 0 blocks')
    tally.append(2)
    expect(() => tally.blockOf(2)).toThrow('no number 2 among the 2')
    expect(() => tally.before(2)).toThrow('no block 2: there are 1')
    expect(() => tally.before(-1)).toThrow(RangeError)
    expect(() => tally.addToLast(-3)).toThrow(RangeError)
  })
})
