import { constants } from 'node:fs'
import { type FileHandle, open, realpath, statfs } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'
import process from 'node:process'
import type { WaitReason } from '../../shared/protocol.ts'
import { looksCompressed } from './compressed.ts'
import { type FileIdentity, HEAD_BYTES } from './file-change.ts'
import { contentOf, waitReasonOf } from './inspect-path.ts'
import { readFully } from './read-fully.ts'

/** A file with lines in it, open for reading; whoever asked for it closes the handle. */
export interface OpenedFile {
  readonly kind: 'opened'
  readonly handle: FileHandle
  readonly identity: FileIdentity
  readonly size: number
  readonly head: Uint8Array
  /** Whether its bytes are on this machine: then a read never waits for a network. */
  readonly local: boolean
}

export type Opened = OpenedFile | { readonly kind: 'refused'; readonly reason: WaitReason }

/** File systems whose files are made up while they are read (statfs(2): procfs, sysfs). */
const VIRTUAL_FILE_SYSTEMS = new Set([0x9fa0, 0x62656572])

/**
 * File systems whose reads can hang for minutes (statfs(2): NFS, SMB1, SMB2, CIFS, FUSE, 9P, AFS,
 * Ceph, Lustre). Other systems than Linux number them otherwise: there every file counts as remote.
 */
const REMOTE_FILE_SYSTEMS = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546, 0x01021997, 0x5346414f, 0x00c36400,
  0x0bd00bd0,
])

/**
 * Opens a path for reading when it leads to a file with lines in it. O_NONBLOCK because the path can
 * have become a FIFO since it was looked at; the answer is checked on the handle, not on the path.
 * `within` is a folder that no link may lead out of. Never rejects.
 */
export async function openRegularFile(path: string, within: string | null = null): Promise<Opened> {
  let handle: FileHandle | null = null
  try {
    const real = within === null ? path : await realPathWithin(path, within)
    if (real === null) return { kind: 'refused', reason: 'denied' }
    // What became a link since its real path was asked for is not followed either.
    const noFollow = within === null ? 0 : (constants.O_NOFOLLOW ?? 0)
    handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow)
    const opened = await examine(handle, real)
    if (opened.kind === 'refused') await handle.close()
    return opened
  } catch (error) {
    await handle?.close()
    return { kind: 'refused', reason: waitReasonOf(error) }
  }
}

/** Null when the path leads out of the folder. The folder itself is taken as it is named. */
async function realPathWithin(path: string, folder: string): Promise<string | null> {
  const [real, base] = await Promise.all([realpath(path), realpath(folder)])
  const inside = relative(base, real)
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : real
}

async function examine(handle: FileHandle, path: string): Promise<Opened> {
  const content = contentOf(await handle.stat({ bigint: true }))
  if (content.kind === 'absent') return { kind: 'refused', reason: content.reason }
  const { type } = await statfs(path)
  const isMadeUp = content.stats.size === 0n || content.stats.size === 4096n
  if (isMadeUp && VIRTUAL_FILE_SYSTEMS.has(type)) return { kind: 'refused', reason: 'virtual' }
  const head = await readFully(handle, 0, HEAD_BYTES)
  if (looksCompressed(head)) return { kind: 'refused', reason: 'compressed' }
  return {
    kind: 'opened',
    handle,
    identity: content.identity,
    size: Number(content.stats.size),
    head,
    local: process.platform === 'linux' && !REMOTE_FILE_SYSTEMS.has(type),
  }
}
