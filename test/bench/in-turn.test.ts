import { describe, expect, it } from 'vitest'
import { inTurn } from '../../bench/in-turn.ts'

describe('inTurn', () => {
  it('runs the contenders in turn and answers their medians, without the first round', async () => {
    const calls: string[] = []
    const contender = (name: string, times: number[]) => ({
      name,
      run: async () => {
        calls.push(name)
        return times.shift() ?? Number.NaN
      },
    })
    const medians = await inTurn([contender('A', [99, 1, 5, 3]), contender('B', [99, 8, 7, 9])], 3)
    expect(medians).toEqual([3, 8])
    expect(calls.join('')).toBe('ABABABAB')
  })

  it('rejects when a contender came to another result', async () => {
    const wrong = { name: 'A', run: () => Promise.reject(new Error('7 and ought to be 8')) }
    await expect(inTurn([wrong], 1)).rejects.toThrow('7 and ought to be 8')
  })
})
