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

/** In a log of another kind: `fine, thanks` within a message is no level, `error: no` is one. */
const CLEARLY = new RegExp(`^${COLOURS}(?:(?:${WORDS})\\b(?![.\\w(])|(?:${WORDS.toLowerCase()}):)`)

/** `{"msg":"no","level":"error"}` among lines of text; `{` alone begins an object that goes on. */
const IN_OBJECT = new RegExp(`^\\{\\s*(?:.*")?(?:level|lvl|severity)"\\s*:\\s*"(?:${WORDS})"`, 'i')

/** Whether a line starts with a level, or is an object that names one, where the others of its log do not. */
export function clearlyStartsWithLevel(text: string): boolean {
  return CLEARLY.test(text) || IN_BRACKETS.test(text) || IN_OBJECT.test(text)
}

/** What such lines begin with: a colour, a bracket, a brace, or the first letter of a word. */
const FIRST = new Set([...Buffer.from('\x1b[(<{')])
for (const word of WORDS.split('|')) {
  FIRST.add(word.charCodeAt(0))
  FIRST.add(word.toLowerCase().charCodeAt(0))
}

/** Whether a line that begins with this byte can start with a level: told 20 times as fast. */
export function mayStartWithLevel(byte: number): boolean {
  return FIRST.has(byte)
}
