import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFrameMoment } from '../../../src/renderer/data/frame-moment.ts'

describe('what is told behind a frame', () => {
  // Where there are no frames, behind the next one is the next task.
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const behindTheFrame = () => void vi.runOnlyPendingTimers()

  it('is told once, however often it is asked for', () => {
    const run = vi.fn()
    const moment = createFrameMoment(run)
    moment.soon()
    moment.soon()
    expect(run).not.toHaveBeenCalled()
    behindTheFrame()
    expect(run).toHaveBeenCalledTimes(1)
    moment.soon()
    behindTheFrame()
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('is not told again behind the frame when it was told before it', () => {
    const run = vi.fn()
    const moment = createFrameMoment(run)
    moment.soon()
    moment.now()
    expect(run).toHaveBeenCalledTimes(1)
    behindTheFrame()
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('is told behind the frame after when those who are told ask for it', () => {
    const run = vi.fn(() => {
      if (run.mock.calls.length === 1) moment.soon()
    })
    const moment = createFrameMoment(run)
    moment.soon()
    behindTheFrame()
    expect(run).toHaveBeenCalledTimes(1)
    behindTheFrame()
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('is forgotten until it is asked for again', () => {
    const run = vi.fn()
    const moment = createFrameMoment(run)
    moment.soon()
    moment.forget()
    behindTheFrame()
    expect(run).not.toHaveBeenCalled()
    moment.soon()
    behindTheFrame()
    expect(run).toHaveBeenCalledTimes(1)
  })
})
