import { assertNever } from '../../../shared/assert-never.ts'
import { decodeText } from '../decode.ts'
import type { ByteEncoding } from '../scan/scanner.ts'

/** The bytes of a text in a log of this encoding; null when it cannot be written in it, and so is in no line. */
export function encodeLiteral(text: string, encoding: ByteEncoding): Uint8Array | null {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8')
    case 'windows-1252': {
      const bytes = Array.from(text, (char) => WINDOWS_1252.indexOf(char))
      return bytes.includes(-1) ? null : Uint8Array.from(bytes)
    }
    default:
      return assertNever(encoding, 'encoding')
  }
}

/** Each of its 256 bytes is a character of its own. */
const WINDOWS_1252 = decodeText(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
  'windows-1252',
)
