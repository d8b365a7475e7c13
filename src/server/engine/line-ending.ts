/**
 * Where lines end, on bytes alone. A newline is one unit: the byte 0A in UTF-8 and windows-1252, and
 * in UTF-16 the two bytes of U+000A at an even offset of the generation. So neither U+0A00 nor the
 * halves of two neighbours are ever taken for one.
 *
 * `chunkOffset` is the chunk's place in its generation and tells the alignment: UTF-16 units are
 * those that lie whole in the chunk. A half unit at either edge is passed over, so callers cut
 * chunks at even offsets (or carry the odd byte, as BlockIndex does).
 */
import type { Encoding } from '../../shared/encoding.ts'
import { asBuffer } from './as-buffer.ts'

const LF = 0x0a
const CR = 0x0d

/** Bytes of one newline: 1, and 2 in UTF-16. */
export type NewlineUnit = 1 | 2

/** Bytes of a line feed (and of a carriage return) in `encoding`. */
export function newlineUnit(encoding: Encoding): NewlineUnit {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1
}

/** The position right after the first newline that starts at or after `from`; -1 when there is none. */
export function nextNewlineEnd(
  chunk: Uint8Array,
  from: number,
  encoding: Encoding,
  chunkOffset: number,
): number {
  const bytes = asBuffer(chunk)
  if (newlineUnit(encoding) === 1) return bytes.indexOf(LF, from) + 1 || -1
  for (let at = bytes.indexOf(LF, from); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    const start = unitStart(bytes, at, encoding, chunkOffset)
    if (start >= from) return start + 2
  }
  return -1
}

/** The position right after the last newline of the chunk; -1 when there is none. */
export function lastNewlineEnd(chunk: Uint8Array, encoding: Encoding, chunkOffset: number): number {
  const bytes = asBuffer(chunk)
  if (newlineUnit(encoding) === 1) return bytes.lastIndexOf(LF) + 1 || -1
  // A search from -1 would start at the end again: Buffer counts negative positions from there.
  for (
    let at = bytes.lastIndexOf(LF);
    at !== -1;
    at = at > 0 ? bytes.lastIndexOf(LF, at - 1) : -1
  ) {
    const start = unitStart(bytes, at, encoding, chunkOffset)
    if (start !== -1) return start + 2
  }
  return -1
}

/** How many newlines lie whole in the chunk. */
export function countNewlines(chunk: Uint8Array, encoding: Encoding, chunkOffset: number): number {
  const bytes = asBuffer(chunk)
  let count = 0
  if (newlineUnit(encoding) === 1) {
    for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) count++
    return count
  }
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    if (unitStart(bytes, at, encoding, chunkOffset) !== -1) count++
  }
  return count
}

/** Whether the unit that ends at position `end` of the chunk is a carriage return. */
export function isCarriageReturnBefore(
  chunk: Uint8Array,
  end: number,
  encoding: Encoding,
): boolean {
  switch (encoding) {
    case 'utf-16le':
      return end >= 2 && chunk[end - 2] === CR && chunk[end - 1] === 0
    case 'utf-16be':
      return end >= 2 && chunk[end - 2] === 0 && chunk[end - 1] === CR
    default:
      return end >= 1 && chunk[end - 1] === CR
  }
}

/** Where the UTF-16 newline starts whose 0A byte is at `at`; -1 when that byte is none. */
function unitStart(bytes: Buffer, at: number, encoding: Encoding, chunkOffset: number): number {
  const start = encoding === 'utf-16le' ? at : at - 1
  if (start < 0 || (chunkOffset + start) % 2 !== 0) return -1
  const other = encoding === 'utf-16le' ? bytes[at + 1] : bytes[start]
  return other === 0 ? start : -1
}
