import {
  chmodSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { OwnLog } from '../own-log.ts'
import { planSpoolOpen } from './plan-spool-open.ts'
import { readSpoolPosition } from './spool-position.ts'

/** An opened spool file, brought into order. */
export interface SpoolFile {
  readonly fd: number
  readonly bytes: number
  readonly lastEventId: string
  readonly resumes: boolean
  /** Bytes that the file should have and has not. */
  readonly lost: number
}

const LF = 0x0a

/**
 * Opens (or makes) the spool at `path` for appending: cut back to its saved position, and with its
 * last line ended. Synchronous, so that nobody follows the file before it is in order. Throws what
 * the file system throws.
 */
export function openSpoolFile(path: string, sidecar: string, ownLog: OwnLog): SpoolFile {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The folder may be older than this rule.
  chmodSync(folder, 0o700)
  const fd = openSync(path, 'a+', 0o600)
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile()) throw new Error(`${path} is not a regular file.`)
    const position = readSpoolPosition(sidecar, ownLog)
    const { keep, lastEventId, lost } = planSpoolOpen({ size: stat.size, position })
    if (keep < stat.size) ftruncateSync(fd, keep)
    const bytes = keep + endLastLine(fd, keep)
    return { fd, bytes, lastEventId, resumes: position?.resumes ?? true, lost }
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

/**
 * Brings the spool of an earlier run into order while nothing is connected to it, so that it can be read
 * meanwhile and stays as it is when the stream goes on. What the disk refuses is told when it does.
 */
export function settleSpool(path: string, ownLog: OwnLog): void {
  try {
    closeSync(openSpoolFile(path, sidecarOf(path), ownLog).fd)
  } catch (error) {
    ownLog.warn('The file of a remote log could not be brought into order.', {
      path,
      error: String(error),
    })
  }
}

/** The file beside a spool that keeps its position. */
export function sidecarOf(path: string): string {
  return `${path.replace(/\.log$/, '')}.position.json`
}

/** Writes the line feed that a crash left out; returns the bytes written. */
function endLastLine(fd: number, size: number): number {
  if (size === 0) return 0
  const last = Buffer.alloc(1)
  readSync(fd, last, 0, 1, size - 1)
  return last[0] === LF ? 0 : writeSync(fd, Buffer.from([LF]))
}
