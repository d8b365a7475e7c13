import { describe, expect, it } from 'vitest'
import type { ElapsedMode } from '../../../../src/renderer/ui/elapsed/elapsed.ts'
import { createElapsedColumn } from '../../../../src/renderer/ui/elapsed/elapsed-column.ts'
import { logId } from '../../../../src/shared/log-id.ts'

/** Lines that begin with their time in seconds. */
const timeOf = (text: string) => (/^\d/.test(text) ? Number.parseFloat(text) * 1000 : null)
const row = (text: string, line = 0) => ({ line, text })

function column(mode: Exclude<ElapsedMode, { kind: 'off' }>, lines: readonly string[] = []) {
  const lineAt = (line: number) => lines[line] ?? null
  return createElapsedColumn({ mode, label: 'Elapsed', point: '.', timeOf, lineAt })
}

describe('the column of elapsed time', () => {
  it('tells it from the line above', () => {
    const { textOf } = column({ kind: 'previous' })
    expect(textOf(row('12.5 b'), row('10 a'))).toBe('+2.500 s')
    expect(textOf(row('10 a'), row('12.5 b'))).toBe('−2.500 s')
  })

  it('says nothing where one of both has no time, or is not there', () => {
    const { textOf } = column({ kind: 'previous' })
    expect(textOf(row('12.5 b'), row('at App.main'))).toBe('')
    expect(textOf(row('at App.main'), row('10 a'))).toBe('')
    expect(textOf(row('12.5 b'), null)).toBe('')
  })

  it('tells it from the entry above, whatever lines that has', () => {
    const lines = ['10 a', 'at App.main', 'at App.run', '12.5 b']
    const { textOf } = column({ kind: 'previous' }, lines)
    expect(textOf(row('12.5 b', 3), row('at App.run', 2))).toBe('+2.500 s')
    const { textOf: withoutHead } = column({ kind: 'previous' }, ['at App.main', ...lines.slice(1)])
    expect(withoutHead(row('12.5 b', 3), row('at App.run', 2))).toBe('')
  })

  it('tells it from a chosen line', () => {
    const { textOf } = column({ kind: 'since', log: logId.parse('a'), ms: 10_000 })
    expect(textOf(row('12.5 b'), null)).toBe('+2.500 s')
    expect(textOf(row('9 b'), row('8 a'))).toBe('−1.000 s')
    expect(textOf(row('at App.main'), row('8 a'))).toBe('')
  })
})
