import { basename } from 'node:path'

/**
 * How a rotation names what it moved away: `app.log.1`, `app.log-20261123`, `app-2026-11-23.log`.
 * Only names that can hold plain text: a compressed sibling has no lines to follow.
 */
const COMPRESSED = /\.(?:gz|zst|xz|bz2|zip|lz4|Z)$/

/** Whether `name` can be a rotated sibling of `logName` (both base names). */
export function isRotatedName(name: string, logName: string): boolean {
  if (name === logName || COMPRESSED.test(name)) return false
  if (name.startsWith(logName)) return true
  const dot = logName.lastIndexOf('.')
  if (dot <= 0) return false
  return name.startsWith(logName.slice(0, dot)) && name.endsWith(logName.slice(dot))
}

/** N of `app.log.N`, which counts rotations since; null for any other name. */
export function rotationCount(name: string, logName: string): number | null {
  const match = /^\.([1-9]\d{0,3})$/.exec(name.slice(logName.length))
  return name.startsWith(logName) && match?.[1] !== undefined ? Number(match[1]) : null
}

/** The paths of `app.log.N-1` … `app.log.1`, oldest first: what came after `app.log.N`. */
export function rotatedSince(path: string, rotatedPath: string): string[] {
  const count = rotationCount(basename(rotatedPath), basename(path))
  if (count === null) return []
  return Array.from({ length: count - 1 }, (_, at) => `${path}.${count - 1 - at}`)
}
