import type { Encoding } from '../../shared/encoding.ts'
import { isErrorLevel, levelOf } from '../../shared/level.ts'

/**
 * Counts the lines at level error or fatal in bytes as they come. A level stands in the first 256
 * characters of a line, so no more of an unfinished line is carried over.
 */
export interface ErrorCounter {
  readonly errors: number
  /** Takes the bytes that follow those taken before; UTF-16 is cut between its units only. */
  append(bytes: Uint8Array, encoding: Encoding): void
}

const CARRIED_CHARACTERS = 256

/** Bytes that hold so many characters in every encoding. */
const CARRIED_BYTES = 2 * CARRIED_CHARACTERS

/** Cheap test for a whole chunk: most chunks of a healthy log need no look at their lines. */
const ANY = /FATAL|PANIC|EMERG|ALERT|CRIT|ERR|SEVERE/i

export function createErrorCounter(): ErrorCounter {
  let errors = 0
  let carried = ''

  function take(line: string): void {
    if (isErrorLevel(levelOf(line))) errors += 1
  }

  return {
    get errors() {
      return errors
    },
    append(bytes, encoding) {
      // Part of a long line, or of a hole: only its beginning can matter.
      const part = bytes.indexOf(LF) === -1 ? bytes.subarray(0, CARRIED_BYTES) : bytes
      const text = carried + asciiText(part, encoding)
      const end = text.lastIndexOf('\n')
      const rest = text.slice(end + 1, end + 1 + CARRIED_CHARACTERS)
      if (end !== -1 && ANY.test(text)) {
        let start = 0
        while (start <= end) {
          const stop = text.indexOf('\n', start)
          take(text.slice(start, Math.min(stop, start + CARRIED_CHARACTERS)))
          start = stop + 1
        }
      }
      carried = rest
    },
  }
}

const LF = 0x0a

/** Text in which the ASCII characters are right, and with them every level: the cheapest decoding. */
function asciiText(bytes: Uint8Array, encoding: Encoding): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (encoding === 'utf-16le') return buffer.toString('utf16le')
  if (encoding === 'utf-16be') return Buffer.from(buffer).swap16().toString('utf16le')
  return buffer.toString('latin1')
}
