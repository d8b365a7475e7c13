import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterFrame } from '../../../src/renderer/data/after-frame.ts'

/** Stands in for a browser's frames: they are drawn when the test says so. */
function frames(visibilityState: DocumentVisibilityState) {
  let wanted: (() => void)[] = []
  vi.stubGlobal('document', { visibilityState })
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => wanted.push(draw))
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => {
    wanted = wanted.filter((_draw, at) => at !== frame - 1)
  })
  return {
    draw() {
      for (const draw of wanted.splice(0)) draw()
    },
  }
}

describe('after a frame', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is the task behind the one that draws it', () => {
    const { draw } = frames('visible')
    const run = vi.fn()
    afterFrame(run)
    vi.advanceTimersByTime(50)
    draw()
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1000)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('is the next task where nothing is drawn', () => {
    frames('hidden')
    const run = vi.fn()
    afterFrame(run)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('comes all the same, once, when no frame is drawn of a page that seems visible', () => {
    const { draw } = frames('visible')
    const run = vi.fn()
    afterFrame(run)
    vi.advanceTimersByTime(100)
    expect(run).toHaveBeenCalledTimes(1)
    draw()
    vi.advanceTimersByTime(1000)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('does not come when it is cancelled, before the frame or behind it', () => {
    const { draw } = frames('visible')
    const run = vi.fn()
    const cancel = afterFrame(run)
    cancel()
    draw()
    const cancelLate = afterFrame(run)
    draw()
    cancelLate()
    vi.advanceTimersByTime(1000)
    expect(run).not.toHaveBeenCalled()
  })
})
