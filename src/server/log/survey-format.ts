import { bomLength } from '../engine/decode.ts'
import type { TimeFormat } from '../engine/engine-task.ts'
import { detectTimeFormat } from '../engine/time/detect-time-format.ts'
import type { Generation } from '../follow/generation.ts'

/** The beginning that tells how times are written, in bytes: some hundred lines. */
export const FORMAT_HEAD_BYTES = 64 * 1024

/**
 * How the times of a file are written, told by its first lines; null when they have none. Times
 * without a zone are of the zone in which this server runs. Rejects with BytesGone.
 */
export async function timeFormatOf(generation: Generation): Promise<TimeFormat | null> {
  const { encoding, from } = generation
  const bytes = await generation.read(from, FORMAT_HEAD_BYTES)
  const head = bytes.subarray(from === 0 ? bomLength(bytes, encoding) : 0)
  const stats = await generation.stats()
  const lastChange = stats === null ? Date.now() : Number(stats.mtimeMs)
  return detectTimeFormat(head, encoding, { zoneMinutes: null, lastChange })
}
