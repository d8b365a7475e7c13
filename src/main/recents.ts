import { z } from 'zod'
import type { OwnLog } from '../server/own-log.ts'
import type { Recent } from '../shared/bridge.ts'
import { openStored } from './stored.ts'

/** Recents kept: as many as a menu shows without scrolling. */
export const MAX_RECENTS = 15

/** A path or an address that was opened before. */
export const recent = z.object({
  kind: z.enum(['file', 'remote']),
  target: z.string().min(1).max(8192),
})

/** What was opened last, newest first, each once. */
export interface Recents {
  list(): readonly Recent[]
  has(entry: Recent): boolean
  add(entry: Recent): void
  remove(entry: Recent): void
}

/** The recents of the user, kept over restarts. */
export function openRecents(folder: string, ownLog: OwnLog): Recents {
  const stored = openStored({
    folder,
    name: 'recents',
    schema: z.object({ recents: z.array(recent).max(MAX_RECENTS) }),
    defaults: { recents: [] },
    ownLog,
  })
  const others = (entry: Recent) => stored.read().recents.filter((one) => !isSame(one, entry))
  return {
    list: () => stored.read().recents,
    has: (entry) => stored.read().recents.some((one) => isSame(one, entry)),
    add: (entry) => stored.write({ recents: [entry, ...others(entry)].slice(0, MAX_RECENTS) }),
    remove: (entry) => stored.write({ recents: others(entry) }),
  }
}

function isSame(one: Recent, other: Recent): boolean {
  return one.kind === other.kind && one.target === other.target
}
