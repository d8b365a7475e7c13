import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { errorCode } from '../error-code.ts'
import type { OwnLog } from '../own-log.ts'

const spoolPosition = z.object({
  version: z.literal(1),
  /** The last event id when the spool had `bytes`; empty when the server sent none. */
  lastEventId: z.string(),
  /** Length of the spool right after the lines of that event. */
  bytes: z.number().int().nonnegative(),
  /** False once the server was seen not to resume after an id. */
  resumes: z.boolean(),
})

/** Where a spool stands: an event id and the length of the file that belongs to it. */
export type SpoolPosition = Omit<z.infer<typeof spoolPosition>, 'version'>

/** Reads a sidecar; null when there is none. A damaged one is reported and ignored. */
export function readSpoolPosition(path: string, ownLog: OwnLog): SpoolPosition | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    ownLog.warn('The position of a remote log could not be read.', { path, error: String(error) })
    return null
  }
  const parsed = spoolPosition.safeParse(json(text))
  if (parsed.success) return parsed.data
  ownLog.warn('The saved position of a remote log is damaged and was ignored.', { path })
  return null
}

/** Writes a sidecar whole or not at all: a new file takes the place of the old one. */
export async function writeSpoolPosition(path: string, position: SpoolPosition): Promise<void> {
  const fresh = `${path}.new`
  await writeFile(fresh, JSON.stringify({ version: 1, ...position }), { mode: 0o600 })
  await rename(fresh, path)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: no schema matches it.
    return undefined
  }
}
