import type { Encoding } from '../../../shared/encoding.ts'
import type { ByteEncoding } from '../scan/scanner.ts'

/** The encoding when its lines end at the byte 0A, as the scanner wants it; null for UTF-16. */
export function byteEncoding(encoding: Encoding): ByteEncoding | null {
  return encoding === 'utf-8' || encoding === 'windows-1252' ? encoding : null
}
