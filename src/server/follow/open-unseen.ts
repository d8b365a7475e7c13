import { Generation } from './generation.ts'
import type { GenerationOpener } from './generation-opener.ts'
import { unseenRotations } from './unseen-rotations.ts'

/**
 * Opens the files that were rotated away between two looks, oldest first. None that is read already
 * and no copy of `old` (a backup made meanwhile) is among them.
 */
export async function openUnseen(
  opener: GenerationOpener,
  path: string,
  old: Generation,
  lastSeen: number,
): Promise<Generation[]> {
  const unseen: Generation[] = []
  for (const sibling of await unseenRotations(path, old.identity, lastSeen)) {
    if (opener.reads(sibling.identity)) continue
    const generation = await opener.open(sibling.path, 0)
    if (!(generation instanceof Generation)) continue
    const isCopy = old.head.length > 0 && (await generation.file.startsWith(old.head))
    if (isCopy) await generation.close()
    else unseen.push(generation)
  }
  return unseen
}
