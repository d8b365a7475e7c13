import { describe, expect, it } from 'vitest'
import { createKept, type KeptFault } from '../../../../src/renderer/kept/kept.ts'
import { createChosenKeys } from '../../../../src/renderer/ui/commands/chosen-keys.ts'

function storageOf(entries: Readonly<Record<string, string>> = {}) {
  const map = new Map(Object.entries(entries))
  const faults: KeptFault[] = []
  const kept = createKept(
    {
      getItem: (key) => map.get(key) ?? null,
      setItem: (key, value) => void map.set(key, value),
      removeItem: (key) => void map.delete(key),
    },
    (fault) => faults.push(fault),
  )
  return { map, faults, kept }
}

describe('createChosenKeys', () => {
  it('finds after a restart what was chosen', () => {
    const { map, kept } = storageOf()
    createChosenKeys(kept).set({ openFile: [{ key: 'p', mod: true }] })
    kept.flush()
    const again = createChosenKeys(storageOf(Object.fromEntries(map)).kept)
    expect(again.get()).toMatchObject({ openFile: [{ key: 'p', mod: true }] })
  })

  it('falls back to none when they cannot be read, says so, and keeps the old ones aside', () => {
    const broken = '{"openFile":[{"key":7}]}'
    const { map, kept, faults } = storageOf({ 'rastro:keys': broken })
    expect(createChosenKeys(kept).get()).toEqual({})
    expect(faults).toEqual([{ kind: 'broken', key: 'keys' }])
    expect(map.get('rastro:keys.broken')).toBe(broken)
  })
})
