const WORDS =
  'FATAL|PANIC|EMERG(?:ENCY)?|ALERT|CRIT(?:ICAL)?|ERR(?:OR)?|SEVERE|WARN(?:ING)?|INFO|NOTICE|DEBUG|FINE(?:R|ST)?|TRACE|VERBOSE'

/** A colour may come first, and stand within the brackets. */
const COLOURS = '(?:\\x1b\\[[0-9;:]*m)*'

/** `[warn] no`, `<INFO> no`. */
const IN_BRACKETS = new RegExp(`^${COLOURS}[[(<]${COLOURS} ?(?:${WORDS})\\b`, 'i')

/** `ERROR:root:no`, `INFO  no`, `warn: no`; not `Error: no`, which is an exception, nor `ERROR.txt`. */
const ALONE = new RegExp(`^${COLOURS}(?:${WORDS}|${WORDS.toLowerCase()})\\b(?![.\\w(])`)

/** Whether a line of this beginning starts with a level, alone or in brackets. */
export function startsWithLevel(text: string): boolean {
  return ALONE.test(text) || IN_BRACKETS.test(text)
}
