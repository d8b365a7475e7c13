import { type ByteOffset, byteOffset } from './byte-offset.ts'

/**
 * A position that survives reconnects: right after a line of one generation. It is the `id` of the
 * line stream. Its text is `<generation>-<byte offset after the line>`, only letters, digits, dots
 * and one hyphen, so that a browser sends it back as Last-Event-ID without a CORS preflight
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header: at most 128 bytes, no `"():<>?@[\]{}`).
 */
export interface Cursor {
  readonly generation: string
  readonly offset: ByteOffset
}

const CURSOR = /^([A-Za-z0-9.]{1,100})-(\d{1,16})$/

/** The cursor's text; {@link decodeCursor} reads it again. */
export function encodeCursor(cursor: Cursor): string {
  return `${cursor.generation}-${cursor.offset}`
}

/** Reads a cursor; null when the text is none. Never throws: the text comes from outside. */
export function decodeCursor(text: string): Cursor | null {
  const match = CURSOR.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) return null
  const offset = Number(match[2])
  if (!Number.isSafeInteger(offset)) return null
  return { generation: match[1], offset: byteOffset(offset) }
}
