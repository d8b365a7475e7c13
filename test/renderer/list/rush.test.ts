import { describe, expect, it } from 'vitest'
import { RUSH_MS, Rush } from '../../../src/renderer/list/rush.ts'

/** What frames 16 ms apart are, each of which begins so many rows after the one before. */
function frames(rush: Rush, steps: readonly number[], start = { row: 0, at: 0 }) {
  let { row, at } = start
  return steps.map((step) => {
    row += step
    at += 16
    return rush.isOn(row, row + 40, at)
  })
}

describe('a rush of lines', () => {
  it('begins when frame after frame has no row in common with the one before', () => {
    expect(frames(new Rush(), [100, 100, 100, 100])).toEqual([false, false, true, true])
  })

  it('is none while each frame keeps rows of the one before', () => {
    expect(frames(new Rush(), [39, 39, 39, 39, 0, 20]).includes(true)).toBe(false)
  })

  it('goes on through frames in between that show nothing new', () => {
    const rush = new Rush()
    frames(rush, [100, 100, 100])
    const start = { row: 300, at: 48 }
    expect(frames(rush, [0, 0, 100, 0, 0], start)).toEqual([true, true, true, true, true])
  })

  it('is over when nothing came for a while', () => {
    const rush = new Rush()
    frames(rush, [100, 100, 100])
    expect(rush.isOn(300, 340, 48 + RUSH_MS - 1)).toBe(true)
    expect(rush.isOn(300, 340, 48 + RUSH_MS)).toBe(false)
    expect(rush.isOn(400, 440, 48 + RUSH_MS + 16)).toBe(false)
  })
})
