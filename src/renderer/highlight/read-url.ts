import { sticky } from './sticky.ts'
import { withoutClosing } from './without-closing.ts'

/** The schemes that stand in logs are short; 16 characters are `chrome-extension`. */
const readWhole = sticky(/[a-zA-Z][a-zA-Z0-9+.-]{1,15}:\/\/[^\s"'`<>{}|\\^]+/y)

/** A URL with its scheme and `://`, without the punctuation of the sentence around it. */
export function readUrl(text: string, at: number): number {
  const end = readWhole(text, at)
  return end === -1 ? -1 : withoutClosing(text, at, end)
}
