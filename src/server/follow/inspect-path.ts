import type { BigIntStats } from 'node:fs'
import { lstat, stat } from 'node:fs/promises'
import type { WaitReason } from '../../shared/protocol.ts'
import { errorCode } from '../error-code.ts'
import type { FileIdentity } from './file-change.ts'

/** What a path leads to now, symbolic links followed. */
export type PathContent =
  | { readonly kind: 'file'; readonly identity: FileIdentity; readonly stats: BigIntStats }
  | { readonly kind: 'absent'; readonly reason: WaitReason }

/** Looks without opening: an open of a FIFO hangs, and one of a device can have effects. Never rejects. */
export async function inspectPath(path: string): Promise<PathContent> {
  try {
    return contentOf(await stat(path, { bigint: true }))
  } catch (error) {
    return { kind: 'absent', reason: waitReasonOf(error) }
  }
}

/** The same without following a link at its end, which is absent then: a rotation makes none. */
export async function inspectUnlinked(path: string): Promise<PathContent> {
  try {
    return contentOf(await lstat(path, { bigint: true }))
  } catch (error) {
    return { kind: 'absent', reason: waitReasonOf(error) }
  }
}

/** The same for a `stat` that was taken otherwise. */
export function contentOf(stats: BigIntStats): PathContent {
  if (stats.isFile()) {
    return { kind: 'file', identity: { device: stats.dev, inode: stats.ino }, stats }
  }
  return { kind: 'absent', reason: kindOf(stats) }
}

function kindOf(stats: BigIntStats): WaitReason {
  if (stats.isDirectory()) return 'directory'
  if (stats.isFIFO()) return 'fifo'
  if (stats.isSocket()) return 'socket'
  if (stats.isBlockDevice() || stats.isCharacterDevice()) return 'device'
  return 'unreadable'
}

/** Why a path cannot be read, out of the error that says so. */
export function waitReasonOf(error: unknown): WaitReason {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing'
    case 'EACCES':
    case 'EPERM':
      return 'denied'
    case 'ELOOP':
      return 'link-loop'
    case 'EISDIR':
      return 'directory'
    default:
      return 'unreadable'
  }
}
