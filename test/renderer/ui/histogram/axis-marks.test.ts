import { describe, expect, it } from 'vitest'
import { axisMarks } from '../../../../src/renderer/ui/histogram/axis-marks.ts'

const HOUR = 3_600_000

describe('the marks of an axis', () => {
  it('stand at whole steps of the wall clock', () => {
    const from = Date.parse('2024-01-02T10:20:00-03:00')
    const buckets = { by: 'time', from, to: from + 5 * HOUR, count: 300, width: 60_000 } as const
    const { step, at } = axisMarks(buckets, 6, -3 * HOUR)
    expect(step).toBe(HOUR)
    expect(at[0]).toBe(Date.parse('2024-01-02T11:00:00-03:00'))
    expect(at).toHaveLength(5)
  })

  it('are no more than there is room for', () => {
    const buckets = { by: 'position', from: 0, to: 12_345, count: 124, width: 100 } as const
    expect(axisMarks(buckets, 5, 0).at).toEqual([0, 5000, 10_000])
    expect(axisMarks(buckets, 0, 0).at).toEqual([0])
  })
})
