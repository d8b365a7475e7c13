/**
 * Lines of one entry, and bytes from its start to that of its last line: the longest stack traces have
 * some thousand lines. What goes on behind belongs to no entry, so that one bad rule cannot make an
 * entry of the whole log, which each look at it would read.
 */
const MAX_ENTRY_LINES = 10_000
const MAX_ENTRY_BYTES = 4 * 1024 * 1024

/** An entry that was walked over. */
export interface WalkedEntry {
  /** Where its first line starts. */
  readonly from: number
  lines: number
  /** How many of its lines are wanted. */
  wanted: number
  /** The terms that one of its lines has, see `longLineTerms`. */
  terms: number
  /** The level of its first line, as an index into LEVELS; 0 when nobody asked. */
  readonly level: number
  /** Where the wanted lines start; null when nobody asked. */
  readonly places: number[] | null
}

/** Puts lines together to entries. Lines are taken in order; those that belong to no entry are dropped. */
export class EntryCollector {
  readonly #to: number
  readonly #find: number
  readonly #withPlaces: boolean
  #current: WalkedEntry | null = null
  #ended: WalkedEntry[] = []

  /** For the entries that start before `to`. Of their lines those are wanted that have all terms of `find`, as bits. */
  constructor(to: number, find: number, withPlaces: boolean) {
    this.#to = to
    this.#find = find
    this.#withPlaces = withPlaces
  }

  /** Where the entry starts that is open; null without one. */
  get openFrom(): number | null {
    return this.#current?.from ?? null
  }

  /** Answers false when a line would begin an entry behind the range. */
  begin(offset: number, terms: number, level: number): boolean {
    this.end()
    if (offset >= this.#to) return false
    const places = this.#withPlaces ? [] : null
    this.#current = { from: offset, lines: 0, wanted: 0, terms: 0, level, places }
    this.#add(this.#current, offset, terms)
    return true
  }

  /** A line that begins no entry: before the first one it belongs to the entry before, and to the range that has it. */
  goOn(offset: number, terms: number): void {
    const entry = this.#current
    if (entry === null) return
    if (entry.lines === MAX_ENTRY_LINES || offset - entry.from >= MAX_ENTRY_BYTES) {
      this.end()
      return
    }
    this.#add(entry, offset, terms)
  }

  #add(entry: WalkedEntry, offset: number, terms: number): void {
    entry.lines++
    entry.terms |= terms
    if ((terms & this.#find) !== this.#find) return
    entry.wanted++
    entry.places?.push(offset)
  }

  /** The open entry has no more lines. */
  end(): void {
    if (this.#current !== null) this.#ended.push(this.#current)
    this.#current = null
  }

  /** The entries that ended since the last call, in order. */
  takeEnded(): readonly WalkedEntry[] {
    const ended = this.#ended
    this.#ended = []
    return ended
  }
}
