/** The severities, most severe first. Counts per level stand in this order. */
export const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'none'] as const

/** The severity that a line names; `none` when it names none. */
export type Level = (typeof LEVELS)[number]

/** How far into a line a level is looked for, in UTF-16 units: prefixes are short, messages long. */
const LEVEL_SEARCH_LENGTH = 256

const WORDS: Readonly<Record<string, Level>> = {
  FATAL: 'fatal',
  PANIC: 'fatal',
  EMERG: 'fatal',
  EMERGENCY: 'fatal',
  ALERT: 'fatal',
  CRIT: 'fatal',
  CRITICAL: 'fatal',
  ERROR: 'error',
  ERR: 'error',
  SEVERE: 'error',
  WARN: 'warn',
  WARNING: 'warn',
  INFO: 'info',
  NOTICE: 'info',
  DEBUG: 'debug',
  FINE: 'debug',
  TRACE: 'trace',
  VERBOSE: 'trace',
  FINER: 'trace',
  FINEST: 'trace',
}

const WORD =
  'fatal|panic|emerg(?:ency)?|alert|crit(?:ical)?|err(?:or)?|severe|warn(?:ing)?|info|notice|debug|fine(?:r|st)?|trace|verbose'

/** A part of a pattern in any case: `(?i:)` came with ES2025, and the page is built for ES2024. */
const ANY_CASE = WORD.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)

/** In brackets (`[error]`), or as the value of a field named level, lvl or severity (logfmt and JSON). */
const MARKED = new RegExp(`(?:\\b(?:level|lvl|severity)"?\\s*[=:]\\s*"?|\\[)(${WORD})\\b`, 'i')

/**
 * In capitals (` ERROR `), or before a colon (`host app[12]: error: x`, `main.c:3:5: Warning: x`) where
 * the line begins or one space stands behind what ends a prefix: a time, a bracket, a sign. So
 * lower-case words of the message do not count (`an error: x`), nor do exceptions (`TypeError: x`).
 */
const UNMARKED = new RegExp(
  `\\b(?:(?:${WORD.toUpperCase()})\\b|(?<=^|[:\\])>|\\-\\d] |\\dZ )(?:${ANY_CASE})(?=:))`,
)

/** Colour sequences touch the words that they colour, and would hide where those begin. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with ESC.
const COLOURS = /\x1b\[[0-9;:]*m/g

/** Where a line names its level: the word is `[from, to)` of its text. */
export interface FoundLevel {
  readonly level: Level
  readonly from: number
  readonly to: number
}

/** The level word of `line`, looked for in its first {@link LEVEL_SEARCH_LENGTH} characters. */
export function findLevel(line: string): FoundLevel | null {
  const start = line.length > LEVEL_SEARCH_LENGTH ? line.slice(0, LEVEL_SEARCH_LENGTH) : line
  const match = MARKED.exec(start) ?? UNMARKED.exec(start)
  if (match === null) return null
  // The word stands at the end of what either pattern matches.
  const word = match[1] ?? match[0]
  const to = match.index + match[0].length
  const level = WORDS[word.toUpperCase()]
  return level === undefined ? null : { level, from: to - word.length, to }
}

/** The level that `line` names in its first {@link LEVEL_SEARCH_LENGTH} characters. */
export function levelOf(line: string): Level {
  const plain = line.includes('\x1b') ? line.replace(COLOURS, '') : line
  return findLevel(plain)?.level ?? 'none'
}

/** Whether a level counts as an error in the counters of the page. */
export function isErrorLevel(level: Level): boolean {
  return level === 'fatal' || level === 'error'
}
