import { z } from 'zod'
import type { Kept } from '../../kept/kept.ts'

const KEY = 'palette.recent'

/** More of them would push the sections out of the first screen. */
const MAX_RECENT = 5

const recentIds = z.array(z.string().max(4096)).max(MAX_RECENT)

/** Ids of what was chosen in the palette, the latest first. */
export function readRecent(kept: Kept): readonly string[] {
  return kept.read(KEY, recentIds, [])
}

export function noteRecent(kept: Kept, id: string): void {
  const others = readRecent(kept).filter((one) => one !== id)
  kept.write(KEY, [id, ...others].slice(0, MAX_RECENT))
}
