import { splitSymbols } from '../../list/visible-symbols.ts'

/** Characters of a pattern that are shown at most: a chip and its names are read, not searched. */
const MAX_SHOWN = 200

/** A text out of a log as it may stand in names and titles: nothing in it acts, and it is not long. */
export function shownText(text: string): string {
  const beginning = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
  return splitSymbols(beginning)
    .map((part) => part.text)
    .join('')
}
