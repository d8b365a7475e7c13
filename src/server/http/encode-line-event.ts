import { byteOffset } from '../../shared/byte-offset.ts'
import { encodeCursor } from '../../shared/cursor.ts'
import type { LineText } from '../../shared/protocol.ts'

/**
 * One event of the line stream: `id` is the cursor after the line, `data` its text. A lone CR inside
 * the line would end a line of the stream (HTML 9.2.5), so it becomes a line break within `data`.
 */
export function encodeLineEvent(generation: string, end: number, line: LineText): string {
  const id = encodeCursor({ generation, offset: byteOffset(end) })
  const text = line.cut ? `${line.text} [… ${line.bytes} bytes, cut by Rastro]` : line.text
  return `id: ${id}\n${encodeData(text)}\n`
}

/** An event with a name of its own, which `onmessage` does not hear. */
export function encodeNamedEvent(name: string, data: string): string {
  return `event: ${name}\n${encodeData(data)}\n`
}

function encodeData(text: string): string {
  if (!text.includes('\r') && !text.includes('\n')) return `data: ${text}\n`
  return text
    .split(/\r\n|[\r\n]/)
    .map((part) => `data: ${part}\n`)
    .join('')
}
