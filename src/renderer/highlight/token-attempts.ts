import { isWord } from './is-word.ts'
import { readIpv4, readIpv6 } from './read-address.ts'
import { readId } from './read-id.ts'
import { readKey } from './read-key.ts'
import { readNumber } from './read-number.ts'
import { readNamedPath, readRootedPath } from './read-path.ts'
import { readNamedTime, readNumericTime } from './read-time.ts'
import { readUrl } from './read-url.ts'
import { readVerb } from './read-verb.ts'
import type { TokenKind, TokenReader } from './token.ts'

/** One kind of token that may begin somewhere, and who reads it. */
export type Attempt = readonly [kind: TokenKind, read: TokenReader]

const NOTHING: readonly Attempt[] = []
/** Likeliest mistakes first: an id is no number, an address no time. */
const AT_DIGIT: readonly Attempt[] = [
  ['id', readId],
  ['address', readIpv6],
  ['time', readNumericTime],
  ['address', readIpv4],
  ['number', readNumber],
]
const AT_HEX_LETTER: readonly Attempt[] = [
  ['id', readId],
  ['address', readIpv6],
]
const AT_CAPITAL: readonly Attempt[] = [
  ['verb', readVerb],
  ['time', readNamedTime],
]
const AT_LETTER: readonly Attempt[] = [
  ['url', readUrl],
  ['key', readKey],
  ['path', readNamedPath],
]
const AT_SIGN: readonly Attempt[] = [['number', readNumber]]
const AT_COLON: readonly Attempt[] = [['address', readIpv6]]
const AT_SLASH: readonly Attempt[] = [['path', readRootedPath]]

function attemptsOf(character: string): readonly Attempt[] {
  if (/\d/.test(character)) return AT_DIGIT
  if (/[a-f]/.test(character)) return [...AT_HEX_LETTER, ...AT_LETTER]
  if (/[A-F]/.test(character)) return [...AT_HEX_LETTER, ...AT_CAPITAL, ...AT_LETTER]
  if (/[A-Z]/.test(character)) return [...AT_CAPITAL, ...AT_LETTER]
  if (/[a-z_@]/.test(character)) return AT_LETTER
  if (/[/~.]/.test(character)) return AT_SLASH
  if (/[-+]/.test(character)) return AT_SIGN
  return character === ':' ? AT_COLON : NOTHING
}

/** By UTF-16 unit: every token begins with ASCII. */
const ATTEMPTS = Array.from({ length: 0x80 }, (_, code) => attemptsOf(String.fromCharCode(code)))

/** What may begin at `at` of `text`; nothing in the middle of a word, of a number or of a dotted name. */
export function attemptsAt(text: string, at: number): readonly Attempt[] {
  const attempts = ATTEMPTS[text.charCodeAt(at)] ?? NOTHING
  if (at === 0 || attempts === NOTHING) return attempts
  const before = text.charCodeAt(at - 1)
  if (isWord(before)) return NOTHING
  // `</tag>` is no path, and the second slash of two begins none.
  if (attempts === AT_SLASH) return JOINS_PATH.has(before) ? NOTHING : attempts
  return at > 1 && JOINS_WORDS.has(before) && isWord(text.charCodeAt(at - 2)) ? NOTHING : attempts
}

const JOINS_PATH = new Set([...'/<.~\\'].map((character) => character.charCodeAt(0)))
const JOINS_WORDS = new Set([...'.,-/@\\'].map((character) => character.charCodeAt(0)))
