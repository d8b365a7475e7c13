import { MAX_PATTERN_LENGTH, type Term } from '../../shared/query.ts'
import type { Field } from './structured-line.ts'

/**
 * What finds the lines that say the same of this field: its name and value as they are written in
 * `text`. Null when that is too long to look for, or is not in the log as it is shown (`raw` has escape
 * sequences or control characters there).
 */
export function fieldTerm(field: Field, text: string, raw: string): Term | null {
  const pattern = text.slice(field.from, field.to).trim()
  if (pattern === '' || pattern.length > MAX_PATTERN_LENGTH || !raw.includes(pattern)) return null
  // As a word: `id=4` is not to find `id=42`.
  return { kind: 'text', pattern, matchCase: true, wholeWord: true }
}
