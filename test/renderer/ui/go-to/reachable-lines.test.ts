import { describe, expect, it } from 'vitest'
import { reachableLines } from '../../../../src/renderer/ui/go-to/reachable-lines.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import { logState } from '../log-state.ts'
import { pageState } from '../page-state.ts'

const GIB = 1024 ** 3
const log = logState({ first: lineNumber(3), end: lineNumber(50) })

describe('reachableLines', () => {
  it('are the lines of the log', () => {
    expect(reachableLines(pageState(log))).toEqual({ first: 3, end: 50, indexed: null })
  })

  it('may become more while the index is built', () => {
    const indexing = { ...log, bytes: 4 * GIB, indexed: GIB }
    expect(reachableLines(pageState(indexing)).indexed).toBe(0.25)
  })

  it('are those of the pause, and no more will come', () => {
    const pause = { kind: 'paused', log: log.id, end: 20, errors: 0 } as const
    const indexing = { ...log, bytes: 4 * GIB, indexed: GIB }
    const paused = reachableLines(pageState(indexing, { pause }))
    expect(paused).toEqual({ first: 3, end: 20, indexed: null })
  })

  it('are none without a log', () => {
    expect(reachableLines(pageState(null))).toEqual({ first: 0, end: 0, indexed: null })
  })
})
