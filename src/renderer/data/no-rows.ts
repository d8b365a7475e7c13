import type { RowSource } from './row-source.ts'

/** No rows at all: what a list shows before there is something to show. */
export const NO_ROWS: RowSource = {
  peek: () => undefined,
  want: () => undefined,
  peekTail: () => [],
  wantTail: () => undefined,
  read: () => Promise.resolve([]),
  rowOf: () => Promise.resolve(null),
  onLoaded: () => () => undefined,
}
