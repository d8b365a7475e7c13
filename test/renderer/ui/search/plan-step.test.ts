import { describe, expect, it } from 'vitest'
import { planStep } from '../../../../src/renderer/ui/search/plan-step.ts'

const ROWS = { first: 10, end: 15 }

describe('a step from match to match', () => {
  it('goes to the next one from a match', () => {
    expect(planStep(ROWS, { row: 11, isOn: true }, 1)).toEqual({ row: 12, wrapped: null })
  })

  it('goes to the one ahead from between two', () => {
    expect(planStep(ROWS, { row: 11, isOn: false }, 1)).toEqual({ row: 11, wrapped: null })
  })

  it('goes to the one before, on a match or not', () => {
    expect(planStep(ROWS, { row: 12, isOn: true }, -1)).toEqual({ row: 11, wrapped: null })
    expect(planStep(ROWS, { row: 12, isOn: false }, -1)).toEqual({ row: 11, wrapped: null })
  })

  it('goes on at the other end and says so', () => {
    expect(planStep(ROWS, { row: 14, isOn: true }, 1)).toEqual({ row: 10, wrapped: 'first' })
    expect(planStep(ROWS, { row: 15, isOn: false }, 1)).toEqual({ row: 10, wrapped: 'first' })
    expect(planStep(ROWS, { row: 10, isOn: true }, -1)).toEqual({ row: 14, wrapped: 'last' })
    expect(planStep(ROWS, { row: 10, isOn: false }, -1)).toEqual({ row: 14, wrapped: 'last' })
  })

  it('makes several steps as one', () => {
    expect(planStep(ROWS, { row: 10, isOn: true }, 3)).toEqual({ row: 13, wrapped: null })
    expect(planStep(ROWS, { row: 10, isOn: false }, 3)).toEqual({ row: 12, wrapped: null })
    expect(planStep(ROWS, { row: 10, isOn: true }, -7)).toEqual({ row: 13, wrapped: 'last' })
    expect(planStep(ROWS, { row: 12, isOn: true }, 13)).toEqual({ row: 10, wrapped: 'first' })
  })

  it('comes back to the only match', () => {
    const one = { first: 3, end: 4 }
    expect(planStep(one, { row: 3, isOn: true }, 1)).toEqual({ row: 3, wrapped: 'first' })
    expect(planStep(one, { row: 3, isOn: true }, -1)).toEqual({ row: 3, wrapped: 'last' })
  })

  it('goes nowhere where there is none', () => {
    expect(planStep({ first: 4, end: 4 }, { row: 4, isOn: false }, 1)).toBeNull()
    expect(planStep(ROWS, { row: 11, isOn: true }, 0)).toBeNull()
  })
})
