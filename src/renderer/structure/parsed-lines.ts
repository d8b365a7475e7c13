import { plainText } from '../list/style-line.ts'
import { parseLine } from './parse-line.ts'
import type { StructuredLine } from './structured-line.ts'

/** Lines that stay divided: those on the screen, for each column and for the text in one line. */
const MAX_KEPT = 256

const kept = new Map<string, StructuredLine>()

/** What a line of a log says, by its raw text; the lines on the screen are divided once. */
export function parsedLine(raw: string): StructuredLine {
  const known = kept.get(raw)
  if (known !== undefined) return known
  const parsed = parseLine(plainText(raw))
  kept.set(raw, parsed)
  const oldest = kept.keys().next()
  if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value)
  return parsed
}
