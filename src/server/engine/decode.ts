import { assertNever } from '../../shared/assert-never.ts'
import type { Encoding } from '../../shared/encoding.ts'
import { asBuffer } from './as-buffer.ts'
import { isCarriageReturnBefore, newlineUnit, nextNewlineEnd } from './line-ending.ts'

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

// Replacement as WHATWG wants it (U+FFFD); the BOM is ours to drop, at offset 0 only.
const UTF_16LE = new TextDecoder('utf-16le', { ignoreBOM: true })
const UTF_16BE = new TextDecoder('utf-16be', { ignoreBOM: true })

/** What windows-1252 has at 80-9F, where it differs from latin1 (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

/**
 * The encoding that the first bytes of a file tell by their byte order mark; UTF-8 without one. Null
 * while they are too few to tell: none, or only the beginning of a mark.
 */
export function detectEncoding(head: Uint8Array): Encoding | null {
  for (const [encoding, bom] of BOMS) {
    const compared = Math.min(head.length, bom.length)
    if (!bom.slice(0, compared).every((byte, at) => head[at] === byte)) continue
    return compared === bom.length ? encoding : null
  }
  return 'utf-8'
}

/** Bytes of the byte order mark of `encoding` at the start of `head`, the bytes at offset 0; 0 without one. */
export function bomLength(head: Uint8Array, encoding: Encoding): number {
  const bom = BOMS.find(([of]) => of === encoding)?.[1]
  return bom?.every((byte, at) => head[at] === byte) ? bom.length : 0
}

/** Decodes bytes as they are; what is no character becomes U+FFFD, and a BOM U+FEFF. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      // Replaces like TextDecoder does, and takes 58 ns instead of 81 for a line of 120 bytes.
      return asBuffer(bytes).toString('utf8')
    case 'utf-16le':
      return UTF_16LE.decode(bytes)
    case 'utf-16be':
      return UTF_16BE.decode(bytes)
    case 'windows-1252':
      // Not TextDecoder: several releases of Node took this label for latin1.
      return asBuffer(bytes)
        .toString('latin1')
        .replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80))
    default:
      return assertNever(encoding, 'encoding')
  }
}

/**
 * The text of one line. The bytes may still have the line's ending: one final LF is dropped, and
 * then one final CR. A run of NULs at the start is a hole in the file and dropped (a writer that goes
 * on at its old offset after copytruncate leaves one); NULs inside the line stay. The caller takes
 * the BOM off the line at offset 0.
 */
export function decodeLine(bytes: Uint8Array, encoding: Encoding): string {
  const unit = newlineUnit(encoding)
  let end = bytes.length
  if (nextNewlineEnd(bytes, Math.max(0, end - unit), encoding, 0) === end && end > 0) end -= unit
  if (isCarriageReturnBefore(bytes, end, encoding)) end -= unit
  const line = bytes.subarray(0, end)
  return decodeText(line.subarray(holeLength(line, encoding)), encoding)
}

/** Bytes of the run of NUL characters at the start of `bytes`, in whole units: a UTF-16 letter keeps its zero byte. */
export function holeLength(bytes: Uint8Array, encoding: Encoding): number {
  let at = 0
  while (at < bytes.length && bytes[at] === 0) at++
  return at - (at % newlineUnit(encoding))
}

/** The first `max` bytes at most, without cutting a character in half. */
export function cutBytes(bytes: Uint8Array, max: number, encoding: Encoding): Uint8Array {
  if (bytes.length <= max) return bytes
  switch (encoding) {
    case 'utf-8':
      return bytes.subarray(0, utf8Boundary(bytes, max))
    case 'utf-16le':
    case 'utf-16be': {
      const even = max - (max % 2)
      const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0
      return bytes.subarray(0, high >= 0xd8 && high <= 0xdb ? even - 2 : even)
    }
    case 'windows-1252':
      return bytes.subarray(0, max)
    default:
      return assertNever(encoding, 'encoding')
  }
}

/** The end of the last whole character at or before `max`; `max` itself where the bytes are no UTF-8. */
function utf8Boundary(bytes: Uint8Array, max: number): number {
  const isContinuation = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80
  if (!isContinuation(max)) return max
  let lead = max - 1
  while (lead > 0 && max - lead < 3 && isContinuation(lead)) lead--
  const byte = bytes[lead] ?? 0
  const length = byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
  return byte >= 0xc2 && byte <= 0xf4 && lead + length > max ? lead : max
}
