import type { LogState } from '../../shared/protocol.ts'
import { isIndexing } from './is-indexing.ts'

/**
 * The share of a log that the index covers, in whole hundredths, never 1: what is not finished is
 * not 100%. Null when the index is as far as the log, or so near that no eye could follow.
 */
export function indexShare(log: Pick<LogState, 'bytes' | 'indexed'>): number | null {
  return isIndexing(log) ? Math.floor((100 * log.indexed) / log.bytes) / 100 : null
}

/**
 * How many lines the log will have, judged by the part that is indexed: all of them once that is
 * the whole. Null before it says anything. For the room that a figure needs, never to be shown.
 */
export function expectedLines({
  first,
  end,
  bytes,
  indexed,
}: Pick<LogState, 'first' | 'end' | 'bytes' | 'indexed'>): number | null {
  return indexed === 0 ? null : Math.round(((end - first) * bytes) / indexed)
}
