import { describe, expect, it } from 'vitest'
import { NO_NEWS, newsSince } from '../../../../src/renderer/ui/tabs/news.ts'

const seen = { bytes: 100, rotations: 0, errors: 2 }

describe('newsSince', () => {
  it('tells nothing when nothing came', () => {
    expect(newsSince(seen, seen)).toBe(NO_NEWS)
  })

  it('tells lines, and how many of them are errors', () => {
    expect(newsSince(seen, { ...seen, bytes: 120 })).toEqual({ lines: true, errors: 0 })
    expect(newsSince(seen, { ...seen, bytes: 120, errors: 5 })).toEqual({ lines: true, errors: 3 })
  })

  it('sees lines in a file that was rotated to one of the same size', () => {
    expect(newsSince(seen, { ...seen, rotations: 1 })).toEqual({ lines: true, errors: 0 })
  })

  it('counts anew after the server was started again', () => {
    expect(newsSince(seen, { ...seen, errors: 1 })).toEqual({ lines: true, errors: 1 })
  })
})
