import { useSyncExternalStore } from 'react'
import type { Settings } from '../../../shared/bridge.ts'
import { usePage } from './page-context.ts'

/** The user's language and theme, kept current. */
export function useSettings(): Settings {
  const { preferences } = usePage()
  return useSyncExternalStore(preferences.subscribe, preferences.get)
}
