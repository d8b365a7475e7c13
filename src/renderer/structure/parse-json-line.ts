import { jsonFields } from './json-fields.ts'
import { knownField } from './known-names.ts'
import { levelName } from './level-name.ts'
import { parseJson } from './parse-json.ts'
import type { StructuredLine } from './structured-line.ts'
import { timeText } from './time-text.ts'

/** A line that is one object of JSON; null when it is not. */
export function parseJsonLine(text: string): StructuredLine | null {
  if (!/^\s*\{/.test(text)) return null
  const json = parseJson(text)
  if (json === null) return null
  const fields = jsonFields(json)
  const time = knownField(fields, 'time')
  const level = knownField(fields, 'level')
  return {
    format: 'json',
    time: time && timeText(time.value),
    level: level && levelName(level.value),
    logger: knownField(fields, 'logger')?.value ?? null,
    message: knownField(fields, 'message')?.value ?? null,
    fields,
    json,
  }
}
