import { assertNever } from '../../../shared/assert-never.ts'
import type { Encoding } from '../../../shared/encoding.ts'
import { asBuffer } from '../as-buffer.ts'
import type { EntryRule } from '../engine-task.ts'
import { createPrefixReader } from '../time/line-prefix.ts'
import { createTimeParser } from '../time/time-parser.ts'
import { isContinuation } from './continuation.ts'
import { startsWithLevel } from './level-start.ts'

/**
 * Whether the line at `[from, to)` of `bytes` begins an entry; `to` may be before or after its ending.
 * It is asked of each line alone, so that any block can be looked at without those before it.
 */
export type EntryTest = (bytes: Uint8Array, from: number, to: number) => boolean

/** A frame or a level is told by the beginning of its line, in characters. */
const MAX_START_LENGTH = 256

/** The test of a rule: about 100 ns a line with times, 500 with the patterns of the others. */
export function createEntryTest(rule: EntryRule, encoding: Encoding): EntryTest {
  switch (rule.kind) {
    case 'timestamp': {
      const parse = createTimeParser(rule.format, encoding)
      return (bytes, from, to) => !Number.isNaN(parse(bytes, from, to))
    }
    case 'level':
      return createTextTest(encoding, startsWithLevel)
    case 'indentation':
      return createTextTest(encoding, (text) => !isContinuation(text))
    default:
      return assertNever(rule, 'entry rule')
  }
}

function createTextTest(encoding: Encoding, test: (text: string) => boolean): EntryTest {
  const prefixOf = createPrefixReader(encoding)
  return (bytes, from, to) => {
    const prefix = prefixOf(bytes, from, to)
    const end = Math.min(prefix.to, prefix.from + MAX_START_LENGTH)
    // Patterns of ASCII only: no character is mistaken for another one when each byte is one.
    const text = asBuffer(prefix.bytes).toString('latin1', prefix.from, end)
    return test(text.replace(/[\r\n]+$/, ''))
  }
}
