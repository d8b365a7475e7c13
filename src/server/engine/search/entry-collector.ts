/** An entry that was walked over. */
export interface WalkedEntry {
  /** Where its first line starts. */
  readonly from: number
  readonly lines: number
  /** How many of its lines are wanted. */
  readonly wanted: number
  /** The terms that one of its lines has, see `longLineTerms`. */
  readonly terms: number
  /** The level of its first line, as an index into LEVELS; 0 when nobody asked. */
  readonly level: number
  /** Where the wanted lines start; empty when nobody asked. */
  readonly places: readonly number[]
}

export interface CollectedEntries {
  /** Entries that start here or behind are not wanted. */
  readonly to: number
  /** Of the lines of an entry those are wanted that have all these terms, as bits. */
  readonly find: number
  /** Whether the places of the wanted lines are told. */
  readonly places: boolean
  /** Told of each entry when it is over, in order. The entry is another one after that. */
  onEntry(entry: WalkedEntry): void
}

/** Puts lines together to entries. Lines are taken in order; those that belong to no entry are dropped. */
export class EntryCollector {
  readonly #asked: CollectedEntries
  /** Filled again for each entry: of a GiB of lines there are millions. */
  readonly #entry = { from: 0, lines: 0, wanted: 0, terms: 0, level: 0, places: [] as number[] }
  #isOpen = false

  constructor(asked: CollectedEntries) {
    this.#asked = asked
  }

  /** Where the entry starts that is open; null without one. */
  get openFrom(): number | null {
    return this.#isOpen ? this.#entry.from : null
  }

  /** Answers false when a line would begin an entry behind the range. */
  begin(offset: number, terms: number, level: number): boolean {
    this.end()
    if (offset >= this.#asked.to) return false
    const entry = this.#entry
    entry.from = offset
    entry.lines = 0
    entry.wanted = 0
    entry.terms = 0
    entry.level = level
    if (this.#asked.places) entry.places.length = 0
    this.#isOpen = true
    this.#add(offset, terms)
    return true
  }

  /** A line that begins no entry: before the first one it belongs to the entry before, and to the range that has it. */
  goOn(offset: number, terms: number): void {
    if (this.#isOpen) this.#add(offset, terms)
  }

  /** The open entry has no more lines. */
  end(): void {
    if (this.#isOpen) this.#asked.onEntry(this.#entry)
    this.#isOpen = false
  }

  #add(offset: number, terms: number): void {
    const { find, places } = this.#asked
    const entry = this.#entry
    entry.lines++
    entry.terms |= terms
    if ((terms & find) !== find) return
    entry.wanted++
    if (places) entry.places.push(offset)
  }
}
