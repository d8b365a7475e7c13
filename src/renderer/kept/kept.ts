import type { z } from 'zod'

/** What {@link createKept} needs of `localStorage`. */
export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Why something is not kept; each is told once per key. */
export type KeptFault =
  /** What was kept could not be read, and was put aside. */
  | { readonly kind: 'broken'; readonly key: string }
  /** The storage is full or switched off, or the value too large: it holds while the page is open. */
  | { readonly kind: 'unkept'; readonly key: string }

/** What comes back after a restart, by key: each feature has a key and a schema of its own. */
export interface Kept {
  /** What was written last; `fallback` when nothing was, or nothing that the schema knows. */
  read<T>(key: string, schema: z.ZodType<T>, fallback: T): T
  /** Takes any JSON value. Written a moment later, so that it may be called as often as one likes. */
  write(key: string, value: unknown): void
  /** Writes at once what is waiting to be written. */
  flush(): void
}

/** Keys of other programs at the same address are none of ours. */
const PREFIX = 'rastro:'

/** One value at most, in UTF-16 units: 20 such values fill a browser's storage, of 5 Mi units. */
export const MAX_KEPT_LENGTH = 256 * 1024

/** How long a value waits for the next one of its key, in ms: no reader sees a setting come late. */
const WRITE_AFTER_MS = 300

/**
 * Keeps values in a storage. Nothing here throws: a storage that is full, switched off or holds
 * something else costs what was kept, never the page.
 */
export function createKept(storage: KeptStorage, onFault: (fault: KeptFault) => void): Kept {
  const current = new Map<string, unknown>()
  const waiting = new Set<string>()
  const told = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(kind: KeptFault['kind'], key: string): void {
    if (told.has(`${kind} ${key}`)) return
    told.add(`${kind} ${key}`)
    onFault({ kind, key })
  }

  function stored(key: string): string | null {
    try {
      return storage.getItem(PREFIX + key)
    } catch {
      // Storage is switched off in this browser: nothing was kept. The first write tells the user.
      return null
    }
  }

  function store(key: string): void {
    const text = JSON.stringify(current.get(key))
    try {
      if (text.length > MAX_KEPT_LENGTH) tell('unkept', key)
      else storage.setItem(PREFIX + key, text)
    } catch {
      // Full or switched off, whichever: the user's sentence is the same.
      tell('unkept', key)
    }
  }

  function putAside(key: string, text: string): void {
    try {
      storage.setItem(`${PREFIX}${key}.broken`, text)
      storage.removeItem(PREFIX + key)
    } catch {
      // No room for a second copy: the first one stays where it is until something is written.
    }
    tell('broken', key)
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    for (const key of waiting) store(key)
    waiting.clear()
  }

  return {
    read(key, schema, fallback) {
      if (current.has(key)) {
        const known = schema.safeParse(current.get(key))
        return known.success ? known.data : fallback
      }
      const text = stored(key)
      if (text === null) return fallback
      const read = schema.safeParse(parsed(text))
      if (read.success) return read.data
      putAside(key, text)
      return fallback
    },
    write(key, value) {
      current.set(key, value)
      waiting.add(key)
      timer ??= setTimeout(flush, WRITE_AFTER_MS)
    },
    flush,
  }
}

/** What the text says; undefined, which no schema of a kept value takes, when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The schema refuses it, and the text is put aside with whatever else it refuses.
    return undefined
  }
}
