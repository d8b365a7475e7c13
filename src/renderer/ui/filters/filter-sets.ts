import {
  type FilterSet,
  filterSets,
  MAX_SET_NAME_LENGTH,
  MAX_SETS,
  type SavedFilter,
} from '../../../shared/filter-set.ts'
import type { Kept } from '../../kept/kept.ts'
import { createStore } from '../page/store.ts'

/** The key under which the sets are kept. */
const KEY = 'filter-sets'

/** The filters that were saved under a name, in the order of their names. */
export interface FilterSets {
  get(): readonly FilterSet[]
  /** Saves under a name, in the place of the one that has it. False when there is no room for more. */
  save(name: string, filter: SavedFilter): boolean
  remove(name: string): void
  /**
   * Takes all of these or none: false when there is no room. A name that is taken gets a number, and
   * one that is there already with the same filters is not taken twice.
   */
  take(sets: readonly FilterSet[]): boolean
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** What was saved before is back at once. */
export function createFilterSets(kept: Pick<Kept, 'read' | 'write'>): FilterSets {
  const store = createStore<readonly FilterSet[]>(kept.read(KEY, filterSets, []))

  function replace(sets: readonly FilterSet[]): boolean {
    if (sets.length > MAX_SETS) return false
    const sorted = sets.toSorted((one, other) => one.name.localeCompare(other.name))
    store.set(sorted)
    kept.write(KEY, sorted)
    return true
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    save: (name, filter) =>
      replace([...store.get().filter((set) => set.name !== name), { name, filter }]),
    remove: (name) => void replace(store.get().filter((set) => set.name !== name)),
    take(sets) {
      let all = store.get()
      for (const set of sets)
        if (!all.some((one) => isSame(one, set))) all = [...all, freshly(set, all)]
      return replace(all)
    },
  }
}

function isSame(one: FilterSet, other: FilterSet): boolean {
  return one.name === other.name && JSON.stringify(one.filter) === JSON.stringify(other.filter)
}

/** The set under a name that none of `all` has. */
function freshly({ name, filter }: FilterSet, all: readonly FilterSet[]): FilterSet {
  const isTaken = (wanted: string): boolean => all.some((one) => one.name === wanted)
  let free = name
  for (let number = 2; isTaken(free); number++) {
    const end = ` (${number})`
    free = `${name.slice(0, MAX_SET_NAME_LENGTH - end.length)}${end}`
  }
  return { name: free, filter }
}
