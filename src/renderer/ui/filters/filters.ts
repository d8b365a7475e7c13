import { type ChipMode, MAX_CHIPS, type SavedFilter } from '../../../shared/filter-set.ts'
import type { Level } from '../../../shared/level.ts'
import type { LogId } from '../../../shared/protocol.ts'
import type { Query, Term } from '../../../shared/query.ts'
import type { LineRange, TimeRange } from '../../../shared/views.ts'
import { createListeners } from '../../data/listeners.ts'
import type { KeptPerLog } from '../../kept/kept-per-log.ts'
import { compileFilter } from './compile-filter.ts'
import { type Chip, type LogFilter, NO_FILTER } from './log-filter.ts'
import type { MatchExtent } from './match-extent.ts'
import { type KeptFilter, keptOf } from './saved-filter.ts'

/** What a new filter is made of; it is on unless said otherwise. */
export interface NewChip {
  readonly mode: ChipMode
  readonly term: Term
  readonly on?: boolean
}

/** What is kept of a log that shows everything: nothing. */
const NOTHING_KEPT = JSON.stringify(keptOf(NO_FILTER))

/** The filters of all logs. Where no log is named, the selected one is meant. */
export interface Filters {
  /** The same object until it changes; {@link NO_FILTER} for a log without one. */
  get(log?: LogId): LogFilter
  /** The query whose lines are shown of a log; null while all are. The same object until it changes. */
  queryOf(log?: LogId): Query | null
  /** Adds a filter at the end; one that is there already is switched on instead. Answers its id; null when the stack is full. */
  add(chip: NewChip, log?: LogId): string | null
  change(id: string, change: Partial<Pick<Chip, 'mode' | 'term' | 'on'>>): void
  toggle(id: string): void
  /** Switches on exactly those for which `isOn` says so. */
  switchOn(isOn: (id: string) => boolean): void
  remove(id: string): void
  /** Puts a filter to this place of the stack; places beyond its ends are its ends. */
  move(id: string, place: number): void
  setLevels(levels: readonly Level[] | null): void
  setTime(time: TimeRange | null): void
  /** Shows only lines with these numbers; with null those of the whole log. */
  setLines(lines: LineRange | null): void
  /** What is shown of each match from now on. */
  setExtent(extent: MatchExtent): void
  setEvery(every: boolean): void
  /** Shows everything until it is called again with false. */
  setLifted(lifted: boolean): void
  /** Shows everything: all filters, levels, times and ranges of lines are taken away. */
  clear(): void
  /** Puts a saved filter in the place of the one of the selected log; its times and lines stay. */
  load(saved: SavedFilter): void
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** `selected` answers the log on the screen, and `keeper` keeps what is shown of each over restarts. */
export function createFilters(
  selected: () => LogId | null,
  keeper: KeptPerLog<KeptFilter>,
): Filters {
  const filters = new Map<LogId, LogFilter>()
  const queries = new WeakMap<LogFilter, { readonly query: Query | null }>()
  const listeners = createListeners()
  let made = 0

  function chipsOf(saved: SavedFilter): readonly Chip[] {
    return saved.chips.map((chip) => ({ ...chip, id: `chip-${++made}` }))
  }

  function get(log: LogId | null = selected()): LogFilter {
    if (log === null) return NO_FILTER
    const known = filters.get(log)
    if (known !== undefined) return known
    const kept = keeper.get(log)
    const filter = kept === null ? NO_FILTER : { ...NO_FILTER, ...kept, chips: chipsOf(kept) }
    filters.set(log, filter)
    return filter
  }

  function put(filter: LogFilter, log: LogId | null = selected()): void {
    if (log === null || filter === get(log)) return
    filters.set(log, filter)
    const kept = keptOf(filter)
    keeper.set(log, JSON.stringify(kept) === NOTHING_KEPT ? null : kept)
    listeners.notify()
  }

  /** Whoever changes a filter wants to see what it does. */
  function set(change: Partial<LogFilter>): void {
    put({ ...get(), lifted: false, ...change })
  }

  function setChips(change: (chips: readonly Chip[]) => readonly Chip[]): void {
    set({ chips: change(get().chips) })
  }

  function change(id: string, changes: Partial<Chip>): void {
    setChips((chips) => chips.map((chip) => (chip.id === id ? { ...chip, ...changes } : chip)))
  }

  return {
    get,
    queryOf(log) {
      const filter = get(log)
      const known = queries.get(filter)
      if (known !== undefined) return known.query
      const query = compileFilter(filter)
      queries.set(filter, { query })
      return query
    },
    add({ mode, term, on = true }, log = selected() ?? undefined) {
      if (log === undefined) return null
      const filter = get(log)
      const same = filter.chips.find((chip) => chip.mode === mode && isSameTerm(chip.term, term))
      if (same === undefined && filter.chips.length >= MAX_CHIPS) return null
      const id = same?.id ?? `chip-${++made}`
      const chips =
        same === undefined
          ? [...filter.chips, { id, mode, term, on }]
          : filter.chips.map((chip) => (chip === same ? { ...chip, on } : chip))
      put({ ...filter, chips, lifted: false }, log)
      return id
    },
    change,
    toggle(id) {
      const chip = get().chips.find((one) => one.id === id)
      if (chip !== undefined) change(id, { on: !chip.on })
    },
    switchOn(isOn) {
      setChips((chips) => chips.map((chip) => ({ ...chip, on: isOn(chip.id) })))
    },
    remove: (id) => setChips((chips) => chips.filter((chip) => chip.id !== id)),
    move(id, place) {
      setChips((chips) => {
        const moved = chips.find((chip) => chip.id === id)
        if (moved === undefined) return chips
        const others = chips.filter((chip) => chip !== moved)
        return others.toSpliced(Math.max(0, place), 0, moved)
      })
    },
    setLevels: (levels) => set({ levels }),
    setTime: (time) => set({ time }),
    setLines: (lines) => set({ lines }),
    setExtent: (extent) =>
      set(extent === 'entry' ? { entries: true } : { entries: false, context: extent }),
    setEvery: (every) => set({ every }),
    setLifted: (lifted) => set({ lifted }),
    clear: () => put(NO_FILTER),
    load: (saved) => set({ ...saved, chips: chipsOf(saved) }),
    subscribe: (listener) => listeners.add(listener),
  }
}

function isSameTerm(one: Term, other: Term): boolean {
  return (
    one.kind === other.kind &&
    one.pattern === other.pattern &&
    one.matchCase === other.matchCase &&
    one.wholeWord === other.wholeWord
  )
}
