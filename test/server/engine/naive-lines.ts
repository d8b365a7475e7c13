import type { Encoding } from '../../../src/shared/encoding.ts'

/** A line as the oracle sees it: `[start, end)` with its newline, when it has one. */
export interface NaiveLine {
  readonly start: number
  readonly end: number
  readonly finished: boolean
}

/** The oracle: one unit after the other, nothing clever. */
export function naiveLines(bytes: Uint8Array, encoding: Encoding): NaiveLine[] {
  const lines: NaiveLine[] = []
  let start = 0
  const unit = encoding.startsWith('utf-16') ? 2 : 1
  for (let at = 0; at + unit <= bytes.length; at += unit) {
    if (unitAt(bytes, at, encoding) === 0x0a) {
      lines.push({ start, end: at + unit, finished: true })
      start = at + unit
    }
  }
  if (start < bytes.length) lines.push({ start, end: bytes.length, finished: false })
  return lines
}

/** The value of the code unit at `at`. */
export function unitAt(bytes: Uint8Array, at: number, encoding: Encoding): number {
  const [first = -1, second = 0] = bytes.subarray(at, at + 2)
  if (encoding === 'utf-16le') return first + second * 256
  if (encoding === 'utf-16be') return first * 256 + second
  return first
}

/** The text of a naive line, and its bytes without the ending; BOM at offset 0 and holes are not text. */
export function naiveText(
  bytes: Uint8Array,
  line: NaiveLine,
  encoding: Encoding,
): { text: string; bytes: number } {
  const unit = encoding.startsWith('utf-16') ? 2 : 1
  let end = line.finished ? line.end - unit : line.end
  if (end - unit >= line.start && unitAt(bytes, end - unit, encoding) === 0x0d) end -= unit
  let start = line.start
  const head = Buffer.from(bytes.subarray(0, 3)).toString('hex')
  if (start === 0) {
    if (encoding === 'utf-8' && head === 'efbbbf') start = 3
    if (encoding === 'utf-16le' && head.startsWith('fffe')) start = 2
    if (encoding === 'utf-16be' && head.startsWith('feff')) start = 2
  }
  while (start + unit <= end && unitAt(bytes, start, encoding) === 0) start += unit
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(start, end))
  return { text: start > end ? '' : text, bytes: end - line.start }
}
