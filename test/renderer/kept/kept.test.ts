import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createKept, type KeptFault, MAX_KEPT_LENGTH } from '../../../src/renderer/kept/kept.ts'
import { PATIENCE } from '../../support/patience.ts'
import { createMemoryStorage } from './memory-storage.ts'

const words = z.array(z.string())

/** What `localStorage` does where it is switched off. */
function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

describe('createKept', () => {
  it('reads after a restart what was written', () => {
    const storage = createMemoryStorage()
    const kept = createKept(storage, unexpected)
    expect(kept.read('words', words, ['none'])).toEqual(['none'])
    kept.write('words', ['a'])
    expect(kept.read('words', words, [])).toEqual(['a'])
    kept.flush()
    expect(createKept(storage, unexpected).read('words', words, [])).toEqual(['a'])
  })

  it('writes by itself, the last of many values once', async () => {
    const storage = createMemoryStorage()
    const set = vi.spyOn(storage, 'setItem')
    const kept = createKept(storage, unexpected)
    for (const word of ['a', 'b', 'c']) kept.write('words', [word])
    await vi.waitFor(() => expect(storage.values.get('rastro:words')).toBe('["c"]'), PATIENCE)
    expect(set).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['no JSON', '["a'],
    ['empty', ''],
    ['of another shape', '{"words":7}'],
    ['null', 'null'],
    ['deep', '['.repeat(100_000)],
  ])('puts aside what is %s, and tells it once', (_what, text) => {
    const faults: KeptFault[] = []
    const storage = createMemoryStorage({ 'rastro:words': text })
    const kept = createKept(storage, (fault) => faults.push(fault))
    expect(kept.read('words', words, ['default'])).toEqual(['default'])
    expect(kept.read('words', words, ['default'])).toEqual(['default'])
    expect(storage.values).toEqual(new Map([['rastro:words.broken', text]]))
    expect(faults).toEqual([{ kind: 'broken', key: 'words' }])
    kept.write('words', ['new'])
    kept.flush()
    expect(storage.values.get('rastro:words')).toBe('["new"]')
    expect(storage.values.get('rastro:words.broken')).toBe(text)
  })

  it('goes on without a storage, and says so once for each key', () => {
    const faults: KeptFault[] = []
    const off = { getItem: refuse, setItem: refuse, removeItem: refuse }
    const kept = createKept(off, (fault) => faults.push(fault))
    expect(kept.read('words', words, [])).toEqual([])
    expect(faults).toEqual([])
    for (const word of ['a', 'b']) {
      kept.write('words', [word])
      kept.flush()
      expect(kept.read('words', words, [])).toEqual([word])
    }
    expect(faults).toEqual([{ kind: 'unkept', key: 'words' }])
  })

  it('puts nothing aside where the storage has no room, and loses nothing', () => {
    const storage = { ...createMemoryStorage({ 'rastro:words': '7' }), setItem: refuse }
    const faults: KeptFault[] = []
    const kept = createKept(storage, (fault) => faults.push(fault))
    expect(kept.read('words', words, [])).toEqual([])
    expect(storage.values).toEqual(new Map([['rastro:words', '7']]))
    expect(faults).toEqual([{ kind: 'broken', key: 'words' }])
  })

  it('keeps no value that would fill the storage', () => {
    const faults: KeptFault[] = []
    const storage = createMemoryStorage()
    const kept = createKept(storage, (fault) => faults.push(fault))
    kept.write('words', ['x'.repeat(MAX_KEPT_LENGTH)])
    kept.flush()
    expect(storage.values.size).toBe(0)
    expect(faults).toEqual([{ kind: 'unkept', key: 'words' }])
  })
})

function unexpected(fault: KeptFault): never {
  throw new Error(`No fault was expected, and ${fault.key} is ${fault.kind}.`)
}
