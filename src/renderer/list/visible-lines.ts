import { createListeners } from '../data/listeners.ts'
import type { LineSpan } from './line-span.ts'

/** Which lines were in the view of a list when it was drawn last, and who wants to know of it. */
export interface VisibleLines {
  /** Null while they are not here. */
  readonly lines: LineSpan | null
  /** Tells the listeners if these are other lines. */
  set(lines: LineSpan | null): void
  /** Called when other lines are in the view. Returns the unsubscribe. */
  onChange(listener: () => void): () => void
}

export function createVisibleLines(): VisibleLines {
  const changed = createListeners()
  let lines: LineSpan | null = null

  return {
    get lines() {
      return lines
    },
    set(next) {
      if (next?.from === lines?.from && next?.to === lines?.to) return
      lines = next
      changed.notify()
    },
    onChange: (listener) => changed.add(listener),
  }
}
