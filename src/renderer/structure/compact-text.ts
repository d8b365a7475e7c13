import { pathText } from './field-path.ts'
import { type KnownField, knownField } from './known-names.ts'
import { parsedLine } from './parsed-lines.ts'
import type { Field } from './structured-line.ts'

/** Stands before what is only beside the message; U+250A is in no log that is not drawn with it. */
export const BESIDE = ' \u250a '

const SHOWN: readonly KnownField[] = ['time', 'level', 'message']

/** Levels are told apart by their beginning: they stand in a column as wide as the usual ones. */
const LEVEL_WIDTH = 5

/**
 * A line of JSON as a person would write it: time, level, message, and after {@link BESIDE} the rest in
 * pairs. Lines that are no JSON, or say nothing of these, stay as they are.
 */
export function compactText(raw: string): string {
  if (!raw.trimStart().startsWith('{')) return raw
  const { format, time, level, message, fields } = parsedLine(raw)
  if (format !== 'json' || (time ?? level ?? message) === null) return raw
  const shown = SHOWN.map((known) => knownField(fields, known))
  const rest = fields.filter((field) => !shown.includes(field)).map(pairOf)
  const head = [time, level?.toUpperCase().padEnd(LEVEL_WIDTH), message]
  const text = head.filter((part) => part != null).join(' ')
  return rest.length === 0 ? text : text + BESIDE + rest.join(' ')
}

function pairOf({ path, value }: Field): string {
  return `${pathText(path)}=${/[\s"=]/.test(value) || value === '' ? JSON.stringify(value) : value}`
}
