import { MAX_PATTERN_LENGTH, type Term } from '../../../shared/query.ts'

/** Characters of a line that are looked at: what makes a line one of its kind stands near its beginning. */
const LOOKED_AT = 1000

/** Words of a line that its likes must have at most. */
const MAX_WORDS = 24

/** Letters that the words must have together: `a` or `->` alone is in lines of every kind. */
const MIN_LETTERS = 4

/** The message of a line of JSON, without its end, and of one of logfmt. */
const MESSAGES: readonly RegExp[] = [
  /(?<key>"(?:msg|message|event)"\s{0,9}:\s{0,9}")(?<words>(?:[^"\\]|\\.){1,800})/u,
  /(?<key>\b(?:msg|message|event)=")(?<words>(?:[^"\\]|\\.){1,800})/u,
]

/** What is another in each line of a kind: numbers, ids, quoted values, colours. */
const VARIES = /[\d"'\p{Cc}]/u

/**
 * What lines like this one have: the same words in the same order, whatever the numbers, ids and
 * values between them; the same message where the line has a field for it. The line itself has it too.
 */
export function likeLine(text: string): Term {
  const beginning = cut(text, LOOKED_AT)
  for (const message of MESSAGES) {
    const { key, words } = message.exec(beginning)?.groups ?? {}
    const pattern = words === undefined ? null : pass(words)
    if (key !== undefined && pattern !== null) {
      // The message may begin with what varies.
      return regexp(`${escaped(key)}.{0,200}?${pattern}`)
    }
  }
  const pattern = pass(beginning)
  return pattern === null ? exactly(text) : regexp(pattern)
}

/** These characters as they are: what a user selected, or a line without words. */
export function exactly(text: string): Term {
  return { kind: 'text', pattern: cut(text, MAX_PATTERN_LENGTH), matchCase: true, wholeWord: false }
}

/**
 * The words of a text from the first to the last one that does not vary, and any for those that do;
 * null when there is too little to tell lines by.
 */
function pass(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const first = words.findIndex((word) => !VARIES.test(word))
  if (first === -1) return null
  const some = words.slice(first, first + MAX_WORDS)
  const kept = some.slice(0, some.findLastIndex((word) => !VARIES.test(word)) + 1)
  const fixed = kept.filter((word) => !VARIES.test(word)).join('')
  if ([...fixed.matchAll(/\p{L}/gu)].length < MIN_LETTERS) return null
  return kept.map((word) => (VARIES.test(word) ? '\\S+' : escaped(word))).join('\\s+')
}

function regexp(pattern: string): Term {
  return { kind: 'regexp', pattern, matchCase: true, wholeWord: false }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Half a character would match nothing. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}
