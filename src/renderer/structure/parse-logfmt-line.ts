import { findPairs } from './find-pairs.ts'
import { knownField } from './known-names.ts'
import { levelName } from './level-name.ts'
import type { StructuredLine } from './structured-line.ts'
import { timeText } from './time-text.ts'

/** A line of logfmt: it begins with a pair and has more of them. Null when it is none. */
export function parseLogfmtLine(text: string): StructuredLine | null {
  if (!/^\s*[\w.@-]{1,64}=/.test(text)) return null
  const fields = findPairs(text)
  if (fields.length < 2) return null
  const time = knownField(fields, 'time')
  const level = knownField(fields, 'level')
  return {
    format: 'logfmt',
    time: time && timeText(time.value),
    level: level && levelName(level.value),
    logger: knownField(fields, 'logger')?.value ?? null,
    message: knownField(fields, 'message')?.value ?? null,
    fields,
    json: null,
  }
}
