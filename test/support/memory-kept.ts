import { createKept, type Kept } from '../../src/renderer/kept/kept.ts'

/** What is kept, in a storage of the test's own; `stored` is there before. */
export function memoryKept(stored: Readonly<Record<string, string>> = {}): Kept {
  const items = new Map(Object.entries(stored))
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
  return createKept(storage, () => undefined)
}
