import { assertNever } from '../../../shared/assert-never.ts'
import type { Encoding } from '../../../shared/encoding.ts'
import type { LinePrefix } from '../../../shared/time/time-place.ts'
import { asBuffer } from '../as-buffer.ts'
import type { EntryRule } from '../engine-task.ts'
import { createPrefixReader } from '../time/line-prefix.ts'
import { createTimeParser } from '../time/time-parser.ts'
import { isContinuation } from './continuation.ts'
import { guessStart } from './guess-start.ts'
import { clearlyStartsWithLevel, mayStartWithLevel, startsWithLevel } from './level-start.ts'

/**
 * Whether the line at `[from, to)` of `bytes` begins an entry; `to` may be before or after its ending.
 * It is asked of each line alone, so that any block can be looked at without those before it.
 */
export type EntryTest = (bytes: Uint8Array, from: number, to: number) => boolean

/** A frame or a level is told by the beginning of its line, in characters. */
const MAX_START_LENGTH = 256

const LF = 0x0a
const CR = 0x0d
const BRACE = 0x7b

/** The test of a rule: about 100 ns a line with times, 40 to 70 by indentation, 600 where patterns look. */
export function createEntryTest(rule: EntryRule, encoding: Encoding): EntryTest {
  const prefixOf = createPrefixReader(encoding)
  switch (rule.kind) {
    case 'timestamp': {
      const parse = createTimeParser(rule.format, encoding)
      // Where an object says when it was, an object that does not is still one of its own.
      const object = rule.format.place.kind === 'json' ? BRACE : null
      return (bytes, from, to) => {
        if (!Number.isNaN(parse(bytes, from, to))) return true
        const prefix = prefixOf(bytes, from, to)
        const first = prefix.bytes[prefix.from] ?? 0
        if (prefix.from < prefix.to && first === object) return true
        // Who names a level says something of their own.
        return mayStartWithLevel(first) && clearlyStartsWithLevel(textOf(prefix))
      }
    }
    case 'level':
      return (bytes, from, to) => {
        const prefix = prefixOf(bytes, from, to)
        return mayStartWithLevel(prefix.bytes[prefix.from] ?? 0) && startsWithLevel(textOf(prefix))
      }
    case 'indentation':
      return (bytes, from, to) => {
        const prefix = prefixOf(bytes, from, to)
        const guess = guessStart(prefix.bytes, prefix.from, prefix.to)
        return guess === 'unclear' ? !isContinuation(textOf(prefix)) : guess === 'starts'
      }
    case 'line':
      return () => true
    default:
      return assertNever(rule, 'entry rule')
  }
}

/** The beginning of a line as text, without its ending. */
function textOf({ bytes, from, to }: LinePrefix): string {
  let end = Math.min(to, from + MAX_START_LENGTH)
  while (end > from && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--
  // Patterns of ASCII only: no character is mistaken for another one when each byte is one.
  return asBuffer(bytes).toString('latin1', from, end)
}
