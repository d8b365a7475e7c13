import type { LineNumber } from '../../shared/line-number.ts'
import { createListeners } from '../data/listeners.ts'
import { type LineSelection, rangeOf } from './line-selection.ts'

/** The selected rows of a list, and the line of the active one. */
export class ListSelection {
  readonly #activated = createListeners()
  readonly #lineOf: (row: number) => LineNumber | null
  readonly #onChange: () => void
  #rows: LineSelection | null = null
  #activeLine: LineNumber | null = null

  /** `lineOf` knows the line of a row that is here; `onChange` is called when other rows are selected. */
  constructor(lineOf: (row: number) => LineNumber | null, onChange: () => void) {
    this.#lineOf = lineOf
    this.#onChange = onChange
  }

  get current(): LineSelection | null {
    return this.#rows
  }

  /** Null when there is none, or it is not here yet. */
  get activeLine(): LineNumber | null {
    return this.#activeLine
  }

  /** Half-open; null when none is selected. */
  get range(): { from: number; to: number } | null {
    return this.#rows === null ? null : rangeOf(this.#rows)
  }

  set(rows: LineSelection | null): void {
    this.#rows = rows
    this.#onChange()
    this.tellActive()
  }

  /** To be called when rows arrived: the line of the active one may be known now. */
  tellActive(): void {
    const line = this.#rows === null ? null : this.#lineOf(this.#rows.active)
    if (line === this.#activeLine) return
    this.#activeLine = line
    this.#activated.notify()
  }

  /** Called when another line is active, or none. Returns the unsubscribe. */
  onActive(listener: () => void): () => void {
    return this.#activated.add(listener)
  }
}
