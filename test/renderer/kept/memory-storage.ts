import type { KeptStorage } from '../../../src/renderer/kept/kept.ts'

/** A storage without a browser, and what is in it. */
export interface MemoryStorage extends KeptStorage {
  readonly values: Map<string, string>
}

export function createMemoryStorage(values: Record<string, string> = {}): MemoryStorage {
  const own = new Map(Object.entries(values))
  return {
    values: own,
    getItem: (key) => own.get(key) ?? null,
    setItem: (key, value) => {
      own.set(key, value)
    },
    removeItem: (key) => {
      own.delete(key)
    },
  }
}
