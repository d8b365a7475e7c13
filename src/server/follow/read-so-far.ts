import type { Encoding } from '../../shared/encoding.ts'
import { bomLength, detectEncoding } from '../engine/decode.ts'
import { lastNewlineEnd, newlineUnit } from '../engine/line-ending.ts'
import { HEAD_BYTES } from './file-change.ts'

/** How far a file was read, and what its bytes told. A value: each read makes the next one. */
export interface ReadSoFar {
  /** Its first bytes, at most {@link HEAD_BYTES}. */
  readonly head: Uint8Array
  /** Bytes read, from 0. */
  readonly size: number
  /** The offset after the last finished line. */
  readonly finished: number
  /** Whether the last line ended with the file and not with a line feed. */
  readonly flushed: boolean
  /** Null as long as there are too few bytes to tell it. */
  readonly encoding: Encoding | null
}

/** What came of bytes that were read. */
export interface Taken {
  readonly after: ReadSoFar
  /** Those of them that count, for the caller to keep; null when there is nothing to take yet. */
  readonly bytes: Uint8Array | null
}

/** How the bytes are read: as UTF-8 until they say otherwise. */
export function encodingOf({ encoding }: ReadSoFar): Encoding {
  return encoding ?? 'utf-8'
}

/** Takes bytes that stand right behind those read before; copies them. */
export function takeBytes(before: ReadSoFar, read: Uint8Array): Taken {
  if (read.length === 0) return { after: before, bytes: null }
  const encoding = before.encoding ?? detectEncoding(Buffer.concat([before.head, read]))
  // Half a byte order mark: the other half is about to be written.
  if (encoding === null) return { after: before, bytes: null }
  const { size } = before
  const odd = newlineUnit(encoding) === 2 && (size + read.length) % 2 === 1
  const bytes = Uint8Array.prototype.slice.call(read, 0, read.length - (odd ? 1 : 0))
  if (bytes.length === 0) return { after: { ...before, encoding }, bytes: null }
  const end = lastNewlineEnd(bytes, encoding, size)
  const after = {
    head: headOf(before, bytes),
    size: size + bytes.length,
    finished: end === -1 ? before.finished : size + end,
    flushed: before.flushed,
    encoding,
  }
  return { after, bytes }
}

/** Nothing comes any more: what stands after the last line feed is a line of its own. */
export function finishLast(before: ReadSoFar): ReadSoFar {
  const { size } = before
  const mark = bomLength(before.head, encodingOf(before))
  if (before.flushed || size === before.finished || size === mark) return before
  return { ...before, finished: size, flushed: true }
}

function headOf({ head, size }: ReadSoFar, bytes: Uint8Array): Uint8Array {
  if (head.length === HEAD_BYTES || head.length !== size) return head
  return Uint8Array.from(Buffer.concat([head, bytes.subarray(0, HEAD_BYTES - head.length)]))
}
