import {
  type FileIdentity,
  type Known,
  type Observation,
  PROBE_BYTES,
  probeOffset,
} from './file-change.ts'
import type { HeldFile } from './held-file.ts'
import { readFully } from './read-fully.ts'

/** A generation, as far as a later look at its file needs it. */
export interface Evident {
  readonly identity: FileIdentity
  readonly file: HeldFile
  /** Bytes read, from 0. */
  readonly size: number
  /** Its first bytes. */
  readonly head: Uint8Array
  /** Up to `length` bytes from `offset` that are still in memory. */
  inMemory(offset: number, length: number): Uint8Array
}

/** What a look is compared with; `size` is the size that it finds. */
export function knownOf(read: Evident, size: number): Known {
  const { from, length } = probeBefore(read, size)
  const held = read.inMemory(from, length)
  return {
    identity: read.identity,
    size: read.size,
    head: read.head,
    beforeProbe: held.length === length ? held : null,
  }
}

/** Looks at the file behind the handle, which the path still leads to. */
export async function observe(read: Evident, size: number): Promise<Observation> {
  const handle = read.file.open()
  const { from, length } = probeBefore(read, size)
  const head = await readFully(handle, 0, Math.min(read.head.length, size))
  const beforeProbe = await readFully(handle, from, length)
  return { kind: 'file', identity: read.identity, size, head, beforeProbe }
}

function probeBefore(read: Evident, size: number): { from: number; length: number } {
  const probe = probeOffset(read.size, size)
  const from = Math.max(0, probe - PROBE_BYTES)
  return { from, length: probe - from }
}
