import { describe, expect, it } from 'vitest'
import { planSpoolOpen } from '../../../src/server/source/plan-spool-open.ts'

const at = (lastEventId: string, bytes: number, resumes = true) => ({ lastEventId, bytes, resumes })

describe('planSpoolOpen', () => {
  it.each([
    ['nothing yet', 0, null, { keep: 0, lastEventId: '', lost: 0 }],
    ['no sidecar', 50, null, { keep: 50, lastEventId: '', lost: 0 }],
    ['a clean end', 50, at('7', 50), { keep: 50, lastEventId: '7', lost: 0 }],
    ['a crash', 58, at('7', 50), { keep: 50, lastEventId: '7', lost: 0 }],
    ['a crash, no ids', 58, at('', 50), { keep: 58, lastEventId: '', lost: 0 }],
    ['a crash, no resuming', 58, at('7', 50, false), { keep: 58, lastEventId: '7', lost: 0 }],
    ['a shortened file', 20, at('7', 50), { keep: 20, lastEventId: '7', lost: 30 }],
  ])('after %s', (_name, size, position, opening) => {
    expect(planSpoolOpen({ size, position })).toEqual(opening)
  })
})
