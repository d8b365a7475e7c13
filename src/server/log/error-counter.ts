import { isErrorLevel, levelOf } from '../../shared/level.ts'

/**
 * Counts the lines at level error or fatal in bytes as they come. A level stands in the first 256
 * characters of a line, so no more of an unfinished line is carried over.
 */
export interface ErrorCounter {
  readonly errors: number
  append(bytes: Uint8Array): void
}

const CARRIED_CHARACTERS = 256

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
    append(bytes) {
      // Levels are ASCII: latin1 keeps them, and in UTF-16 the zero bytes are dropped around them.
      const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
      const text = carried + (latin.includes('\0') ? latin.replaceAll('\0', '') : latin)
      const end = text.lastIndexOf('\n')
      carried = text.slice(end + 1, end + 1 + CARRIED_CHARACTERS)
      if (end === -1 || !ANY.test(text)) return
      let start = 0
      while (start <= end) {
        const stop = text.indexOf('\n', start)
        take(text.slice(start, Math.min(stop, start + CARRIED_CHARACTERS)))
        start = stop + 1
      }
    },
  }
}
