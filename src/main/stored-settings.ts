import type { OwnLog } from '../server/own-log.ts'
import { type Settings, settings } from '../shared/bridge.ts'
import { openStored, type Stored } from './stored.ts'

/** The user's settings; language and theme follow the system until they are chosen. */
export function openSettings(folder: string, ownLog: OwnLog): Stored<Settings> {
  return openStored({
    folder,
    name: 'settings',
    schema: settings,
    defaults: { locale: null, theme: 'system' },
    ownLog,
  })
}
