import { type Bridge, type Settings, settings } from '../../../shared/bridge.ts'

const STORAGE_KEY = 'rastro.settings'
const DEFAULTS: Settings = { locale: null, theme: 'system' }

/** Language and theme as the user chose them, kept over restarts. */
export interface Preferences {
  get(): Settings
  change(change: Partial<Settings>): void
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** In the app they live in main's settings file, in a browser in localStorage. */
export async function openPreferences(bridge: Bridge | undefined): Promise<Preferences> {
  let current = bridge === undefined ? readStored() : await bridge.settings()
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    change(change) {
      current = { ...current, ...change }
      if (bridge === undefined) writeStored(current)
      else void bridge.changeSettings(change)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function readStored(): Settings {
  try {
    const stored = settings.safeParse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null'))
    return stored.success ? stored.data : DEFAULTS
  } catch {
    // Storage is switched off in this browser, or holds no JSON: both mean nothing was chosen.
    return DEFAULTS
  }
}

function writeStored(value: Settings): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(value))
  } catch {
    // Storage is full or switched off: the choice holds for as long as the page is open.
  }
}
