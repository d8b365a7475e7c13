import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { OwnLog } from '../own-log.ts'
import { claimFile } from './claim-file.ts'
import { spoolPath } from './spool-path.ts'

/** A spool that nobody else writes to. */
export interface SpoolClaim {
  readonly path: string
  /** Lets others have it; null where there is nothing to give back. */
  readonly release: (() => void) | null
}

/** Servers of one user that can read one stream at the same time, each into a spool of its own. */
const MAX_SPOOLS = 100

/**
 * The first spool of a stream that no other server has: two that wrote to one would cut off each
 * other's lines. Mostly that is the one of the last run. What the disk refuses is told in `ownLog`, and
 * by whoever opens the spool then.
 */
export function claimSpool(dataFolder: string, url: URL, ownLog: OwnLog): SpoolClaim {
  const first = spoolPath(dataFolder, url)
  try {
    mkdirSync(dirname(first), { recursive: true, mode: 0o700 })
    for (let number = 1; number <= MAX_SPOOLS; number++) {
      const path = spoolPath(dataFolder, url, number)
      const release = claimFile(path.replace(/\.log$/, '.lock'))
      if (release !== null) return { path, release }
    }
    ownLog.warn('Too many servers read a remote stream at once: two share a file.', { path: first })
  } catch (error) {
    const facts = { path: first, error: String(error) }
    ownLog.warn('Whether another server reads the same remote stream cannot be told.', facts)
  }
  return { path: first, release: null }
}
