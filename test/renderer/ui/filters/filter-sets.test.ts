import { describe, expect, it } from 'vitest'
import { createKept } from '../../../../src/renderer/kept/kept.ts'
import { createFilterSets } from '../../../../src/renderer/ui/filters/filter-sets.ts'
import { importSets } from '../../../../src/renderer/ui/filters/import-sets.ts'
import { NO_FILTER } from '../../../../src/renderer/ui/filters/log-filter.ts'
import { savedOf } from '../../../../src/renderer/ui/filters/saved-filter.ts'
import {
  encodeFilterSets,
  MAX_SET_NAME_LENGTH,
  MAX_SETS,
  type SavedFilter,
} from '../../../../src/shared/filter-set.ts'

const CALM: SavedFilter = savedOf(NO_FILTER)
const LOUD: SavedFilter = { ...CALM, levels: ['error'] }

function storage() {
  const values = new Map<string, string>()
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

function open(stored = storage()) {
  const kept = createKept(stored, (fault) => expect.unreachable(fault.kind))
  return { sets: createFilterSets(kept), kept, stored }
}

function file(text: string) {
  return { size: text.length, text: async () => text }
}

describe('the saved filters', () => {
  it('come back after a restart, in the order of their names', () => {
    const { sets, kept, stored } = open()
    sets.save('b', CALM)
    sets.save('a', CALM)
    sets.save('b', LOUD)
    kept.flush()
    expect(open(stored).sets.get()).toEqual([
      { name: 'a', filter: CALM },
      { name: 'b', filter: LOUD },
    ])
    sets.remove('a')
    expect(sets.get().map(({ name }) => name)).toEqual(['b'])
  })

  it('are imported under other names where theirs are taken, and not twice', async () => {
    const { sets } = open()
    sets.save('a', CALM)
    const text = encodeFilterSets([
      { name: 'a', filter: LOUD },
      { name: 'c', filter: LOUD },
    ])
    expect(await importSets(file(text), sets)).toEqual({ kind: 'imported', sets: 2 })
    expect(sets.get()).toEqual([
      { name: 'a', filter: CALM },
      { name: 'a (2)', filter: LOUD },
      { name: 'c', filter: LOUD },
    ])
    const own = encodeFilterSets(sets.get())
    expect(await importSets(file(own), sets)).toEqual({ kind: 'imported', sets: 3 })
    expect(sets.get()).toHaveLength(3)
  })

  it('make room for a number in the longest names', async () => {
    const { sets } = open()
    const name = 'x'.repeat(MAX_SET_NAME_LENGTH)
    sets.save(name, CALM)
    await importSets(file(encodeFilterSets([{ name, filter: LOUD }])), sets)
    expect(sets.get().map((set) => set.name.length)).toEqual([
      MAX_SET_NAME_LENGTH,
      MAX_SET_NAME_LENGTH,
    ])
  })

  it('are imported all or not at all', async () => {
    const { sets } = open()
    for (let at = 1; at < MAX_SETS; at++) sets.save(`set ${at}`, CALM)
    const text = encodeFilterSets([
      { name: 'one', filter: CALM },
      { name: 'two', filter: CALM },
    ])
    expect(await importSets(file(text), sets)).toEqual({ kind: 'full' })
    expect(sets.get()).toHaveLength(MAX_SETS - 1)
    expect(sets.save('last', CALM)).toBe(true)
    expect(sets.save('one more', CALM)).toBe(false)
    expect(sets.save('last', LOUD)).toBe(true)
  })

  it('stay as they are when a file is none, or cannot be read', async () => {
    const { sets } = open()
    sets.save('a', CALM)
    const unreadable = { size: 1, text: () => Promise.reject(new Error('gone')) }
    expect(await importSets(unreadable, sets)).toEqual({ kind: 'unreadable' })
    expect(await importSets({ size: 1e12, text: async () => '' }, sets)).toEqual({
      kind: 'foreign',
    })
    expect(await importSets(file('{'), sets)).toEqual({ kind: 'foreign' })
    expect(sets.get()).toEqual([{ name: 'a', filter: CALM }])
  })
})
