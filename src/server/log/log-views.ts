import { randomUUID } from 'node:crypto'
import type { ViewId } from '../../shared/views.ts'
import { MAX_VIEWS } from '../../shared/views.ts'
import type { Generation } from '../follow/generation.ts'
import { LogView } from './view.ts'
import type { Wanted } from './view-scan.ts'
import type { ViewSource } from './view-source.ts'

/** How often views that nobody uses are looked for, in ms. */
const CHECK_MS = 60 * 1000

/**
 * How long a view is kept that nobody uses and no window is told of, in ms: long enough for a page
 * that is loaded again, short enough that a log is not searched for nobody all night.
 */
const UNUSED_MS = 10 * 60 * 1000

/** Something happened to a view: its state changed, or it was closed. */
export interface ViewsChange {
  readonly kind: 'changed' | 'removed'
  readonly view: ViewId
}

interface Entry {
  readonly view: LogView
  /** When it was asked for anything last, performance.now(). */
  usedAt: number
}

/** The views of one log. */
export class LogViews {
  readonly #source: ViewSource
  /** The longest unused first. */
  readonly #entries = new Map<ViewId, Entry>()
  readonly #listeners = new Set<(change: ViewsChange) => void>()
  readonly #check: NodeJS.Timeout

  constructor(source: ViewSource) {
    this.#source = source
    this.#check = setInterval(() => this.#removeUnused(), CHECK_MS)
    this.#check.unref()
  }

  /** Whether views may ask for a range of times. */
  get knowsTimes(): boolean {
    return this.#source.lineAtTime !== null
  }

  /** Opens a view; beyond {@link MAX_VIEWS} the one that was unused for longest is closed. */
  open(wanted: Wanted): LogView {
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size < MAX_VIEWS) break
      this.remove(oldest)
    }
    const id = randomUUID()
    const view = new LogView(id, this.#source, wanted, () =>
      this.#tell({ kind: 'changed', view: id }),
    )
    this.#entries.set(id, { view, usedAt: performance.now() })
    this.#tell({ kind: 'changed', view: id })
    return view
  }

  /** A view that somebody uses now. */
  get(id: ViewId): LogView | undefined {
    const entry = this.#entries.get(id)
    if (entry === undefined) return undefined
    entry.usedAt = performance.now()
    this.#entries.delete(id)
    this.#entries.set(id, entry)
    return entry.view
  }

  list(): readonly LogView[] {
    return [...this.#entries.values()].map((entry) => entry.view)
  }

  /** Closes a view; false when there is none of this id. */
  remove(id: ViewId): boolean {
    const entry = this.#entries.get(id)
    if (entry === undefined) return false
    entry.view.close()
    this.#entries.delete(id)
    this.#tell({ kind: 'removed', view: id })
    return true
  }

  /** The log grew. */
  grew(): void {
    for (const { view } of this.#entries.values()) view.poke()
  }

  /** What can be read of the log changed. */
  settle(): void {
    for (const { view } of this.#entries.values()) view.settle()
  }

  /** The log forgets a generation. */
  forget(generation: Generation): void {
    for (const { view } of this.#entries.values()) view.forget(generation)
  }

  /** The lines of the log are others: all views begin anew. */
  restart(): void {
    for (const { view } of this.#entries.values()) view.restart()
  }

  /** Called after every change, many may come as one. Returns the unsubscribe. */
  onChange(listener: (change: ViewsChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    clearInterval(this.#check)
    this.#listeners.clear()
    for (const { view } of this.#entries.values()) view.close()
    this.#entries.clear()
  }

  #removeUnused(): void {
    const now = performance.now()
    for (const [id, entry] of this.#entries) {
      // Somebody is told of them.
      if (this.#listeners.size > 0) entry.usedAt = now
      else if (now - entry.usedAt > UNUSED_MS) this.remove(id)
    }
  }

  #tell(change: ViewsChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}
