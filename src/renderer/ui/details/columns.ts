import { createListeners } from '../../data/listeners.ts'
import type { Column } from '../../list/painter.ts'

/** The columns between the line numbers and the text, from left to right. */
export interface Columns {
  /** The same array until a column changes. */
  get(): readonly Column[]
  /** Shows a column: at the end, or in the place of the one with the same id. */
  put(column: Column): void
  remove(id: string): void
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** Without a column: lines begin beside their numbers. */
export function createColumns(): Columns {
  const listeners = createListeners()
  let columns: readonly Column[] = []

  function set(next: readonly Column[]): void {
    columns = next
    listeners.notify()
  }

  return {
    get: () => columns,
    put(column) {
      const at = columns.findIndex(({ id }) => id === column.id)
      set(at === -1 ? [...columns, column] : columns.with(at, column))
    },
    remove(id) {
      if (columns.some((column) => column.id === id)) set(columns.filter((one) => one.id !== id))
    },
    subscribe: (listener) => listeners.add(listener),
  }
}
