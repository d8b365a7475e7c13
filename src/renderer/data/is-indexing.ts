import type { LogState } from '../../shared/protocol.ts'

/**
 * Bytes that the index may lag behind before the end is shown without numbers: 8 MiB are indexed
 * in some 10 ms, so a log that only grows fast never switches over.
 */
const INDEX_LAG_BYTES = 8 * 1024 * 1024

/** Whether the numbers at the end of a log are not known yet: what ends there is somewhere in the middle. */
export function isIndexing({ bytes, indexed }: Pick<LogState, 'bytes' | 'indexed'>): boolean {
  return bytes - indexed > INDEX_LAG_BYTES
}
