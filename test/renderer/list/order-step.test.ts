import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_MOVES, orderStep } from '../../../src/renderer/list/order-step.ts'

/** Carries out one step after the other; answers how many moves of which items that took. */
function bring(standing: readonly number[], wanted: readonly number[], kept: readonly number[]) {
  const moved: number[] = []
  let order = standing
  for (;;) {
    const step = orderStep(order, wanted, kept)
    if (step === null) return null
    expect(step.moves.length).toBeLessThanOrEqual(MOST_MOVES)
    for (const { item } of step.moves) moved.push(item)
    order = step.order
    if (step.isDone) return { order, moved }
    expect(step.moves.length).toBeGreaterThan(0)
  }
}

const count = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

describe('a step to another order', () => {
  it('moves nothing where all stand as they should', () => {
    expect(orderStep([1, 2, 3], [1, 2, 3], [])).toEqual({
      moves: [],
      order: [1, 2, 3],
      isDone: true,
    })
  })

  it('moves those at the top to the end, when lines came', () => {
    const step = orderStep([8, 9, 1, 2, 3, 4], [1, 2, 3, 4, 8, 9], [])
    expect(step?.moves).toEqual([
      { item: 9, before: null },
      { item: 8, before: 9 },
    ])
    expect(step?.order).toEqual([1, 2, 3, 4, 8, 9])
  })

  it('moves many in several steps, and each once', () => {
    const [first, second] = [count(0, 25), count(25, 60)]
    const found = bring([...second, ...first], [...first, ...second], [])
    expect(found?.order).toEqual([...first, ...second])
    expect(found?.moved.toSorted((a, b) => a - b)).toEqual(first)
  })

  it('leaves what is kept, and all where that cannot be', () => {
    const found = bring([...count(10, 40), ...count(0, 10)], count(0, 40), [5])
    expect(found?.order).toEqual(count(0, 40))
    expect(found?.moved).not.toContain(5)
    expect(bring([2, 1], [1, 2], [1, 2])).toBeNull()
  })

  it('comes to the order that is wanted, whatever it began with', () => {
    const orders = fc.shuffledSubarray(count(0, 40), { minLength: 40 })
    fc.assert(
      fc.property(orders, orders, fc.nat(39), (standing, wanted, kept) => {
        const found = bring(standing, wanted, [kept])
        expect(found?.order).toEqual(wanted)
        expect(found?.moved).not.toContain(kept)
        expect(new Set(found?.moved).size).toBe(found?.moved.length)
      }),
    )
  })
})
