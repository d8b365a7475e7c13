/** The severity that a line names, most severe first; `none` when it names none. */
export const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'none'] as const
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

/**
 * A level stands in capitals (` ERROR `), in brackets (`[error]`), or as the value of a field named
 * level, lvl or severity (logfmt and JSON). Lower-case words of the message do not count.
 */
const CAPITALS =
  /\b(?:FATAL|PANIC|EMERG(?:ENCY)?|ALERT|CRIT(?:ICAL)?|ERR(?:OR)?|SEVERE|WARN(?:ING)?|INFO|NOTICE|DEBUG|FINE(?:R|ST)?|TRACE|VERBOSE)\b/
const MARKED =
  /(?:\b(?:level|lvl|severity)"?\s*[=:]\s*"?|\[)(fatal|panic|emerg(?:ency)?|alert|crit(?:ical)?|err(?:or)?|severe|warn(?:ing)?|info|notice|debug|fine(?:r|st)?|trace|verbose)\b/i

/** The level that `line` names in its first {@link LEVEL_SEARCH_LENGTH} characters. */
export function levelOf(line: string): Level {
  const start = line.length > LEVEL_SEARCH_LENGTH ? line.slice(0, LEVEL_SEARCH_LENGTH) : line
  const word = MARKED.exec(start)?.[1] ?? CAPITALS.exec(start)?.[0]
  return word === undefined ? 'none' : (WORDS[word.toUpperCase()] ?? 'none')
}

/** Whether a level counts as an error in the counters of the page. */
export function isErrorLevel(level: Level): boolean {
  return level === 'fatal' || level === 'error'
}
