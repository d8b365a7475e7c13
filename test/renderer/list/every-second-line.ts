import type { Row, RowSource } from '../../../src/renderer/data/row-source.ts'

/**
 * Rows of which each is every second line of a log, but `tail` rows at its end while it is indexed.
 * Where a line is, is told by `answer`, one question after the other.
 */
export function everySecondLine(tail = 0): RowSource & { answer(): void } {
  const waiting: (() => void)[] = []
  const rowAt = (row: number): Row => {
    return { line: row * 2, text: `line ${row * 2}`, bytes: 8, cut: false }
  }
  return {
    peek: rowAt,
    want: () => undefined,
    peekTail: () => Array.from({ length: tail }, () => ({ ...rowAt(0), line: null })),
    wantTail: () => undefined,
    read: async (from, to) => Array.from({ length: to - from }, (_, at) => rowAt(from + at)),
    rowOf: (line) =>
      new Promise((resolve) => {
        waiting.push(() => resolve(Math.ceil(line / 2)))
      }),
    onLoaded: () => () => undefined,
    answer: () => waiting.shift()?.(),
  }
}
