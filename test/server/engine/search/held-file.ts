import type { EngineFile } from '../../../../src/server/engine/engine-task.ts'
import type { SearchedBytes } from './naive-search.ts'

/** The bytes as the engine has those of a file that somebody emptied: held in memory. */
export function heldFile({
  bytes,
  encoding,
}: Pick<SearchedBytes, 'bytes' | 'encoding'>): EngineFile {
  return { fd: -1, encoding, head: bytes.subarray(0, 1024), held: { from: 0, bytes } }
}
