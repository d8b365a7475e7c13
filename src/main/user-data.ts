import type { OwnLog } from '../server/own-log.ts'
import type { Settings } from '../shared/bridge.ts'
import { openRecents, type Recents } from './recents.ts'
import type { Stored } from './stored.ts'
import { type KeptForPage, openKept } from './stored-kept.ts'
import { type LastSession, openLastSession } from './stored-session.ts'
import { openSettings } from './stored-settings.ts'
import { openWindowPlace, type WindowPlace } from './stored-window.ts'

/** What the app keeps of its user over restarts, each in a file of its own. */
export interface UserData {
  readonly settings: Stored<Settings>
  readonly place: Stored<WindowPlace>
  readonly recents: Recents
  /** What only the page understands. */
  readonly kept: KeptForPage
  readonly session: Stored<LastSession>
}

/** Opens the files of a folder; what cannot be read is put aside, and its defaults hold. */
export function openUserData(folder: string, ownLog: OwnLog): UserData {
  return {
    settings: openSettings(folder, ownLog),
    place: openWindowPlace(folder, ownLog),
    recents: openRecents(folder, ownLog),
    kept: openKept(folder, ownLog),
    session: openLastSession(folder, ownLog),
  }
}
