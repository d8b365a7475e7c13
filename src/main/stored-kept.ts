import { z } from 'zod'
import type { OwnLog } from '../server/own-log.ts'
import { keptKey, keptValue } from '../shared/bridge.ts'
import { openStored } from './stored.ts'

/** What the page keeps, by key, as texts that only the page understands. */
export interface KeptForPage {
  all(): Readonly<Record<string, string>>
  /** Null forgets the key. What is beyond the bounds is not kept, and noted in the own log. */
  keep(key: string, value: string | null): void
}

/** A feature has one key, and one more while something broken is put aside. */
const MAX_KEYS = 64

/** All of it together, in UTF-16 units: what a browser gives a page, about 5 Mi, and less. */
const MAX_LENGTH = 4 * 1024 * 1024

/** The same in the file, where JSON in JSON has a backslash before each of its quotes, at UTF-8. */
const MAX_BYTES = 4 * MAX_LENGTH

/** The page's own values, kept by main: the page's port, and so its own storage, is new at each start. */
export function openKept(folder: string, ownLog: OwnLog): KeptForPage {
  const stored = openStored({
    folder,
    name: 'kept',
    schema: z.object({ entries: z.array(z.tuple([keptKey, keptValue])).max(MAX_KEYS) }),
    defaults: { entries: [] },
    ownLog,
    maxBytes: MAX_BYTES,
  })
  let { entries } = stored.read()
  return {
    all: () => Object.fromEntries(entries),
    keep(key, value) {
      const next = entries.filter(([other]) => other !== key)
      if (value !== null) next.push([key, value])
      const length = next.reduce((sum, [, text]) => sum + text.length, 0)
      if (next.length > MAX_KEYS || length > MAX_LENGTH) {
        ownLog.warn('The page wants to keep too much.', { key, keys: next.length, length })
        return
      }
      entries = next
      stored.write({ entries })
    },
  }
}
