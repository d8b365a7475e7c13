import type { TimeFormat } from '../engine/engine-task.ts'
import { detectTimeFormat } from '../engine/time/detect-time-format.ts'
import type { Generation } from '../follow/generation.ts'
import { readHead } from './read-head.ts'

/**
 * How the times of a file are written, told by its first lines; null when they have none. Times
 * without a zone are of the zone in which this server runs. Rejects with BytesGone.
 */
export async function timeFormatOf(generation: Generation): Promise<TimeFormat | null> {
  const { encoding } = generation
  const head = await readHead(generation)
  const stats = await generation.stats()
  const lastChange = stats === null ? Date.now() : Number(stats.mtimeMs)
  return detectTimeFormat(head, encoding, { zoneMinutes: null, lastChange })
}
