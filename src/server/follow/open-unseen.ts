import { sameFile } from './file-change.ts'
import { Generation } from './generation.ts'
import type { GenerationOpener } from './generation-opener.ts'
import { unseenRotations } from './unseen-rotations.ts'

/**
 * Opens the files that were rotated away between two looks, oldest first. None of `known`, the old
 * file first, and no copy of one (a backup made meanwhile) is among them.
 */
export async function openUnseen(
  opener: GenerationOpener,
  path: string,
  known: readonly [Generation, ...Generation[]],
  lastSeen: number,
): Promise<Generation[]> {
  const unseen: Generation[] = []
  for (const sibling of await unseenRotations(path, known[0].identity, lastSeen)) {
    const generation = await opener.open(sibling, 0)
    if (!(generation instanceof Generation)) continue
    if (await isOneOf(generation, [...known, ...unseen])) await generation.close()
    else unseen.push(generation)
  }
  return unseen
}

async function isOneOf(candidate: Generation, known: readonly Generation[]): Promise<boolean> {
  for (const each of known) {
    if (sameFile(each.identity, candidate.identity)) return true
    if (each.head.length > 0 && (await candidate.startsWith(each.head))) return true
  }
  return false
}
