import { knownOf } from './evidence.ts'
import { equalBytes, sameFile } from './file-change.ts'
import type { Generation } from './generation.ts'
import { type OpenedFile, openRegularFile } from './open-regular-file.ts'
import { readFully } from './read-fully.ts'
import { rotatedSiblings } from './rotated-siblings.ts'

/**
 * After copytruncate the lines of the old file live on in the copy, with what was written between
 * our last read and the copying. Opens that copy; null when there is none.
 */
export async function findCopy(path: string, old: Generation): Promise<OpenedFile | null> {
  if (old.head.length === 0) return null
  for (const sibling of await rotatedSiblings(path)) {
    if (sibling.size < old.size || sameFile(sibling.identity, old.identity)) continue
    const opened = await openRegularFile(sibling.path)
    if (opened.kind === 'refused') continue
    if (await isCopy(opened, old)) return opened
    await opened.handle.close()
  }
  return null
}

async function isCopy({ head, handle }: OpenedFile, old: Generation): Promise<boolean> {
  if (!equalBytes(head.subarray(0, old.head.length), old.head)) return false
  const { beforeProbe } = knownOf(old, old.size)
  if (beforeProbe === null) return true
  const there = await readFully(handle, old.size - beforeProbe.length, beforeProbe.length)
  return equalBytes(there, beforeProbe)
}
