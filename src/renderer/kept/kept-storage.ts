import type { Bridge } from '../../shared/bridge.ts'
import type { KeptStorage } from './kept.ts'

/**
 * Where the page keeps things: in the app with main, because the page has another port, and so
 * another `localStorage`, after every start; in a browser in its `localStorage`.
 */
export async function openKeptStorage(bridge: Bridge | undefined): Promise<KeptStorage> {
  if (bridge === undefined) return browserStorage
  const known = new Map(Object.entries(await bridge.kept()))
  return {
    getItem: (key) => known.get(key) ?? null,
    setItem(key, value) {
      known.set(key, value)
      // Main notes in its own log what it could not write, as it does for the settings.
      void bridge.keep(key, value)
    },
    removeItem(key) {
      known.delete(key)
      void bridge.keep(key, null)
    },
  }
}

/** Reaches for `localStorage` at each call only: where it is switched off, naming it throws. */
const browserStorage: KeptStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
}
