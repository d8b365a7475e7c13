import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createKept } from '../../../src/renderer/kept/kept.ts'
import { createKeptPerLog } from '../../../src/renderer/kept/kept-per-log.ts'
import { createMemoryStorage } from './memory-storage.ts'

describe('createKeptPerLog', () => {
  it('keeps the value of each log over restarts', () => {
    const storage = createMemoryStorage()
    const open = () => createKept(storage, () => undefined)
    const kept = open()
    const terms = createKeptPerLog(kept, 'terms', z.string())
    expect(terms.get('a')).toBeNull()
    terms.set('a', 'one')
    terms.set('b', 'two')
    terms.set('a', null)
    kept.flush()
    const again = createKeptPerLog(open(), 'terms', z.string())
    expect([again.get('a'), again.get('b')]).toEqual([null, 'two'])
  })

  it('forgets the logs that were changed longest ago', () => {
    const storage = createMemoryStorage()
    const kept = createKept(storage, () => undefined)
    const counts = createKeptPerLog(kept, 'counts', z.number())
    for (let index = 0; index < 128; index += 1) counts.set(`log-${index}`, index)
    counts.set('log-0', 1000)
    counts.set('one-more', 1)
    kept.flush()
    const again = createKeptPerLog(
      createKept(storage, () => undefined),
      'counts',
      z.number(),
    )
    expect([again.get('log-0'), again.get('log-1'), again.get('log-2')]).toEqual([1000, null, 2])
  })
})
