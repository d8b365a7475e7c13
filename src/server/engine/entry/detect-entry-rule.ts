import type { Encoding } from '../../../shared/encoding.ts'
import type { EntryRule, TimeFormat } from '../engine-task.ts'
import { headLines } from '../time/head-lines.ts'
import { createTimeParser } from '../time/time-parser.ts'
import { createEntryTest, type EntryTest } from './entry-start.ts'

/**
 * The share of the lines that look like the start of an entry which must have a time, or a level, at
 * their start for that to be the rule: otherwise entries of another kind stand among them, and would
 * be taken for continuations.
 */
const MIN_SHARE = 0.6

/**
 * Lines per start, from which on indentation says nothing of entries: all of the log would be one, as
 * when each line is indented, or when it is one large object over many lines.
 */
const MAX_LINES_PER_START = 50

/**
 * How the entries of a log begin, told by its first lines. `format` is what `detectTimeFormat` found
 * in the same `head`, which begins with a line start.
 */
export function detectEntryRule(
  head: Uint8Array,
  encoding: Encoding,
  format: TimeFormat | null,
): EntryRule {
  const indentation: EntryRule = { kind: 'indentation' }
  const looksLikeStart = createEntryTest(indentation, encoding)
  const lines = headLines(head, encoding).map(([from, to]) => ({
    from,
    to,
    start: looksLikeStart(head, from, to),
  }))
  const holds = (rule: EntryRule): boolean => {
    const test = createMarkTest(rule, encoding)
    const inField = rule.kind === 'timestamp' && rule.format.place.kind === 'json'
    let starts = 0
    let tested = 0
    for (const { from, to, start } of lines) {
      // A field in an indented line belongs to an object over several lines: it starts nothing.
      const has = (start || !inField) && test(head, from, to)
      if (has) tested += 1
      if (has || start) starts += 1
    }
    return tested > 0 && tested >= starts * MIN_SHARE
  }
  const candidates: EntryRule[] = [
    ...(format === null ? [] : [{ kind: 'timestamp', format } as const]),
    { kind: 'level' },
  ]
  const starts = lines.filter(({ start }) => start).length
  const hasStarts = lines.length < 2 || lines.length <= starts * MAX_LINES_PER_START
  return candidates.find(holds) ?? (hasStarts ? indentation : { kind: 'line' })
}

/** Whether a line has what the rule is named for; beside it, lines may begin entries for other reasons. */
function createMarkTest(rule: EntryRule, encoding: Encoding): EntryTest {
  if (rule.kind !== 'timestamp') return createEntryTest(rule, encoding)
  const parse = createTimeParser(rule.format, encoding)
  return (bytes, from, to) => !Number.isNaN(parse(bytes, from, to))
}
