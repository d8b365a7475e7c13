import { MAX_PLACE_LOGS } from '../log/place-logs.ts'
import { findLogs } from '../source/find-logs.ts'
import { readPlace } from '../source/place.ts'
import { noteFile } from './note-file.ts'
import type { Sentences } from './sentences.ts'

/** What is to be said of a path before it is opened; null when there is nothing to say. */
export async function notePlace(path: string, say: Sentences): Promise<string | null> {
  const place = await readPlace(path)
  if (place.kind === 'file') return noteFile(place.path, say)
  const found = (await findLogs(place)).length
  if (found === 0) return say.noLogsYet(path)
  return found > MAX_PLACE_LOGS ? say.moreLogs(path, found, MAX_PLACE_LOGS) : null
}
