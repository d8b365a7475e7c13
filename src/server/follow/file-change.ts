import type { WaitReason } from '../../shared/protocol.ts'
import { asBuffer } from '../engine/as-buffer.ts'

/** Which file stands behind a path: device and inode (the file index on Windows). */
export interface FileIdentity {
  readonly device: bigint
  readonly inode: bigint
}

export function sameFile(a: FileIdentity, b: FileIdentity): boolean {
  return a.device === b.device && a.inode === b.inode
}

/** What was read of a generation so far, as evidence for the next look. */
export interface Known {
  readonly identity: FileIdentity
  /** Bytes read, from 0. */
  readonly size: number
  /** Its first bytes, at most {@link HEAD_BYTES}. */
  readonly head: Uint8Array
  /** The bytes that stood before `probe`; null when they are not known any more. */
  readonly beforeProbe: Uint8Array | null
}

/** What a look at the path found. */
export type Observation =
  | { readonly kind: 'absent'; readonly reason: WaitReason }
  | { readonly kind: 'other'; readonly identity: FileIdentity }
  | {
      readonly kind: 'file'
      readonly identity: FileIdentity
      readonly size: number
      /** As many of the first bytes as `Known.head` has, fewer when the file is shorter. */
      readonly head: Uint8Array
      /** As many bytes as `Known.beforeProbe` has, before the same probe. */
      readonly beforeProbe: Uint8Array
    }

export type FileChange =
  | { readonly kind: 'same' }
  | { readonly kind: 'grew' }
  /** The first `keptBytes` are as they were; whatever follows is new. */
  | { readonly kind: 'truncated'; readonly keptBytes: number }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'gone'; readonly reason: WaitReason }

/**
 * Fingerprint sizes, in bytes. Size and inode are not identity: a file that was truncated and grew
 * past the old size between two looks has both. The first KiB tells most logs apart (it holds their
 * first timestamp); the bytes before the read position tell those with the same banner.
 */
export const HEAD_BYTES = 1024
export const PROBE_BYTES = 256

/** Where the second fingerprint is taken: right before the read position, or before a nearer end. */
export function probeOffset(knownSize: number, size: number): number {
  return Math.min(knownSize, size)
}

/** Decides what happened to a file between two looks. */
export function classify(known: Known, now: Observation): FileChange {
  if (now.kind === 'absent') return { kind: 'gone', reason: now.reason }
  if (now.kind === 'other' || !sameFile(known.identity, now.identity)) return { kind: 'replaced' }
  const kept = startsAlike(known.head, now.head) && agrees(known.beforeProbe, now.beforeProbe)
  if (now.size < known.size) return { kind: 'truncated', keptBytes: kept ? now.size : 0 }
  if (!kept) return { kind: 'truncated', keptBytes: 0 }
  return now.size > known.size ? { kind: 'grew' } : { kind: 'same' }
}

function startsAlike(known: Uint8Array, now: Uint8Array): boolean {
  const length = Math.min(known.length, now.length)
  return equalBytes(known.subarray(0, length), now.subarray(0, length))
}

function agrees(known: Uint8Array | null, now: Uint8Array): boolean {
  return known === null || equalBytes(known, now)
}

/** In C++: a loop over 1 KiB was a third of the way from an append to its event, code being cold by then. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return asBuffer(a).equals(b)
}
