import type { ClosableRows, Row, RowSource } from './row-source.ts'
import { placeAt, rowAbove, type Splice } from './splices.ts'

/** What rows with folded entries are made of. */
export interface SplicedParts {
  /** The heads of entries, or all rows where single entries are folded. */
  readonly below: RowSource
  readonly kind: 'heads' | 'lines'
  /** Whether the heads are those of all entries: then the lines of one end where the next begins. */
  readonly whole: boolean
  /** The lines of the log: each unfolded entry reads its own. */
  openLines(): ClosableRows
  /** Where the log ends, in lines, and the source below in rows. */
  readonly ends: () => { readonly lines: number; readonly rows: number }
}

interface OpenEntry {
  readonly lines: ClosableRows
  readonly forget: () => void
}

/** The rows of a source with single entries unfolded into their lines, or folded away. */
export class SplicedRows implements RowSource {
  readonly #parts: SplicedParts
  readonly #open = new Map<number, OpenEntry>()
  readonly #listeners = new Set<() => void>()
  #splices: readonly Splice[]
  readonly #stop: () => void

  constructor(parts: SplicedParts, splices: readonly Splice[]) {
    this.#parts = parts
    this.#stop = parts.below.onLoaded(() => this.#notify())
    this.#splices = splices
    this.setSplices(splices)
  }

  get splices(): readonly Splice[] {
    return this.#splices
  }

  /** Folds and unfolds other entries from now on; what was read stays. */
  setSplices(splices: readonly Splice[]): void {
    this.#splices = splices
    const wanted = new Set(splices.filter(({ insert }) => insert > 0).map(({ line }) => line))
    for (const [line, { forget }] of this.#open) {
      if (wanted.has(line)) continue
      this.#open.delete(line)
      forget()
    }
    for (const line of wanted) if (!this.#open.has(line)) this.#open.set(line, this.#openEntry())
  }

  peek(row: number): Row | undefined {
    const place = placeAt(this.#splices, row)
    if (place.kind === 'inserted') {
      const { line } = place.splice
      return this.#open.get(line)?.lines.peek(line + place.offset)
    }
    const own = this.#parts.below.peek(place.row)
    return own === undefined ? undefined : this.#withEntry(place.row, own)
  }

  want(from: number, to: number): void {
    let first = Number.POSITIVE_INFINITY
    let last = Number.NEGATIVE_INFINITY
    const inserted = new Map<Splice, { from: number; to: number }>()
    for (let row = from; row < to; row += 1) {
      const place = placeAt(this.#splices, row)
      if (place.kind === 'below') {
        first = Math.min(first, place.row)
        last = Math.max(last, place.row)
        continue
      }
      const { splice, offset } = place
      const known = inserted.get(splice)
      inserted.set(splice, { from: known?.from ?? offset, to: offset + 1 })
    }
    if (first <= last) this.#parts.below.want(first, last + 1)
    for (const [{ line }, part] of inserted) {
      this.#open.get(line)?.lines.want(line + part.from, line + part.to)
    }
  }

  /** The end is known by its rows only. */
  peekTail(): readonly Row[] {
    return []
  }

  wantTail(): void {
    // Nothing to ask for: see `peekTail`.
  }

  async read(from: number, to: number, signal?: AbortSignal): Promise<readonly Row[] | null> {
    const read: Row[] = []
    while (from + read.length < to) {
      const part = await this.#readRun(from + read.length, to, signal)
      if (part === null || part.length === 0) return null
      read.push(...part)
    }
    return read
  }

  async rowOf(line: number, signal?: AbortSignal): Promise<number | null> {
    const { below, kind } = this.#parts
    const found = await below.rowOf(line, signal)
    if (found === null) return null
    if (kind === 'lines') return this.#visibleRow(found)
    const { rows } = this.#parts.ends()
    const [own] = found < rows ? ((await below.read(found, found + 1, signal)) ?? []) : []
    if (own?.line === line || found === 0) return rowAbove(this.#splices, found)
    // Within the entry before: at its line where it is unfolded, else at its head.
    const splice = this.#splices.find(({ at }) => at === found)
    if (splice !== undefined && line >= splice.line && line < splice.line + splice.insert) {
      return rowAbove(this.#splices, found - 1) + 1 + line - splice.line
    }
    const [before] = (await below.read(found - 1, found, signal)) ?? []
    if (before === undefined || before.line === null) return null
    const within = line < before.line + 1 + this.#more(found - 1, before)
    return rowAbove(this.#splices, within ? found - 1 : found)
  }

  onLoaded(listener: () => void): () => void {
    const own = () => listener()
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  close(): void {
    this.#stop()
    for (const { forget } of this.#open.values()) forget()
    this.#open.clear()
    this.#listeners.clear()
  }

  /** The row of a row below; of the head of its entry where that is folded away. */
  #visibleRow(below: number): number {
    const hidden = this.#splices.find(({ at, remove }) => below >= at && below < at + remove)
    return hidden === undefined
      ? rowAbove(this.#splices, below)
      : rowAbove(this.#splices, hidden.at) - 1
  }

  /** The rows from `from` on that come from one source. */
  async #readRun(
    from: number,
    to: number,
    signal: AbortSignal | undefined,
  ): Promise<readonly Row[] | null> {
    const place = placeAt(this.#splices, from)
    if (place.kind === 'inserted') {
      const { splice, offset } = place
      const count = Math.min(to - from, splice.insert - offset)
      const start = splice.line + offset
      return (await this.#open.get(splice.line)?.lines.read(start, start + count, signal)) ?? null
    }
    const next = this.#splices.find(({ at, remove }) => at > place.row && (remove > 0 || at > 0))
    const count = Math.min(to - from, (next?.at ?? Number.POSITIVE_INFINITY) - place.row)
    return this.#parts.below.read(place.row, place.row + count, signal)
  }

  #openEntry(): OpenEntry {
    const lines = this.#parts.openLines()
    const stop = lines.onLoaded(() => this.#notify())
    return {
      lines,
      forget: () => {
        stop()
        lines.close()
      },
    }
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  #withEntry(row: number, own: Row): Row {
    const splice = this.#splices.find(({ at }) => at === row + 1)
    if (this.#parts.kind === 'lines') {
      return splice === undefined ? own : { ...own, entry: { more: splice.remove, open: false } }
    }
    const more = splice?.insert ?? this.#more(row, own)
    return more === 0 ? own : { ...own, entry: { more, open: splice !== undefined } }
  }

  /** The lines of an entry behind its head. */
  #more(row: number, { line, entryLines = 1 }: Row): number {
    if (!this.#parts.whole || line === null) return entryLines - 1
    const { lines, rows } = this.#parts.ends()
    const next = row + 1 < rows ? this.#parts.below.peek(row + 1)?.line : lines
    return next == null ? entryLines - 1 : next - line - 1
  }
}
