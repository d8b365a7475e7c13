import type { SpoolPosition } from './spool-position.ts'

/** What the opened spool file and its sidecar say. */
export interface FoundSpool {
  readonly size: number
  /** Null when there is no (valid) sidecar. */
  readonly position: SpoolPosition | null
}

/** How to go on writing into a spool of an earlier run. */
export interface SpoolOpening {
  /** Bytes of the file that stay. */
  readonly keep: number
  /** Where the server is asked to go on; empty for wherever it likes. */
  readonly lastEventId: string
  /** Bytes that the sidecar knows and the file no longer has: a power cut, or somebody's hand. */
  readonly lost: number
}

/**
 * The sidecar is written after the lines, so after a crash the file can hold lines behind the saved
 * id. A server that resumes sends them again: they are cut off here. A server without ids, or one
 * that was seen not to resume, will not: then everything stays.
 */
export function planSpoolOpen({ size, position }: FoundSpool): SpoolOpening {
  if (position === null) return { keep: size, lastEventId: '', lost: 0 }
  const { lastEventId, bytes, resumes } = position
  if (bytes > size) return { keep: size, lastEventId, lost: bytes - size }
  if (lastEventId === '' || !resumes) return { keep: size, lastEventId, lost: 0 }
  return { keep: bytes, lastEventId, lost: 0 }
}
