import { z } from 'zod'
import type { OwnLog } from '../server/own-log.ts'
import { paths } from '../shared/bridge.ts'
import { openStored, type Stored } from './stored.ts'

const lastSession = z.object({
  /** Files, folders and patterns that were open when the app was last used. */
  paths,
  /** Whether they are opened again at the next start. */
  reopen: z.boolean(),
})

/** What was open when the app was last used. */
export type LastSession = z.infer<typeof lastSession>

/** What was open, kept over restarts; it is opened again until the user wants otherwise. */
export function openLastSession(folder: string, ownLog: OwnLog): Stored<LastSession> {
  return openStored({
    folder,
    name: 'session',
    schema: lastSession,
    defaults: { paths: [], reopen: true },
    ownLog,
  })
}
