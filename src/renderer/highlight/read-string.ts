import { isWord } from './is-word.ts'

const BACKSLASH = 0x5c
const DOUBLE = 0x22

/**
 * The end of the string that the quote at `at` opens, with its closing quote; -1 when it is not closed.
 * A single quote opens at the start of a word and closes at the end of one: elsewhere it is an apostrophe.
 */
export function readString(text: string, at: number): number {
  const quote = text.charCodeAt(at)
  for (let end = at + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code === BACKSLASH) end += 1
    else if (code === quote && (quote === DOUBLE || !isWord(text.charCodeAt(end + 1)))) {
      return end + 1
    }
  }
  return -1
}
