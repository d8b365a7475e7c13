import { MAX_PATTERN_LENGTH, type Term } from '../../../shared/query.ts'
import { exactly } from './like-line.ts'

/** The signs that stand for characters that would act, see visible-symbols.ts. */
const SIGNS = /[\u2400-\u2421]|\u27e8U\+(?<code>[0-9A-F]{4})\u27e9/gu

/**
 * The term for a text as it is drawn: a sign in it stands for the character that would act, or for
 * itself where the log has the sign.
 */
export function drawnTerm(text: string): Term {
  const plain = exactly(text)
  let pattern = ''
  let at = 0
  for (const match of text.matchAll(SIGNS)) {
    const sign = match[0]
    const { code } = match.groups ?? {}
    const meant = code === undefined ? controlOf(sign) : Number.parseInt(code, 16)
    pattern += `${escaped(text.slice(at, match.index))}(?:${escaped(sign)}|\\u{${meant.toString(16)}})`
    at = match.index + sign.length
  }
  if (at === 0) return plain
  pattern += escaped(text.slice(at))
  return pattern.length > MAX_PATTERN_LENGTH ? plain : { ...plain, kind: 'regexp', pattern }
}

/** U+2400 to U+241F are the pictures of U+0000 to U+001F in order; U+2421 is that of DEL. */
function controlOf(sign: string): number {
  const code = sign.charCodeAt(0) - 0x2400
  return code === 0x21 ? 0x7f : code
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
