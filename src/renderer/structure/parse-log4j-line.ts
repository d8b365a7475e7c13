import { readNamedTime, readNumericTime } from '../highlight/read-time.ts'
import { sticky } from '../highlight/sticky.ts'
import type { Field, StructuredLine } from './structured-line.ts'

const LEVEL_WORD =
  '(?:FATAL|PANIC|CRIT(?:ICAL)?|ERR(?:OR)?|SEVERE|WARN(?:ING)?|INFO|NOTICE|CONFIG|DEBUG|TRACE|VERBOSE|FINE(?:R|ST)?|fatal|panic|crit(?:ical)?|err(?:or)?|warn(?:ing)?|info|notice|debug|trace|verbose)'

const readLevel = sticky(new RegExp(`\\[ ?${LEVEL_WORD} ?\\]|${LEVEL_WORD}(?![\\w.])`, 'y'))
const readBracket = sticky(/\[[^[\]]{1,64}\]|\([^()]{1,64}\)/y)
const readProcess = sticky(/\d{1,10}(?:#\d{1,10})?(?![\w.])/y)
const readDashes = sticky(/---|[-|]|:(?= )/y)
// A name is one when something sets it apart from the message: a dash, a colon, a bar.
const readLogger = sticky(/[A-Za-z_$](?:[\w.$/@<>#-]|::){0,255}(?::\d{1,6})?(?=: | [-:|] )/y)
// Python's `LEVEL:name:message`.
const readColoned = sticky(/:[\w.]{1,128}:/y)

/** Parts of the head of a line; after so many the message has begun. */
const MAX_PARTS = 10

/** What the head of the line says, as far as it is read. */
interface Head {
  at: number
  readonly fields: Field[]
}

/**
 * A line as log4j, logback, Python's logging, Spring, nginx and their kin write it: a level near the
 * beginning, around it a time, a thread, a process, a logger; then the message. Null when it has no level.
 */
export function parseLog4jLine(text: string): StructuredLine | null {
  const head: Head = { at: 0, fields: [] }
  readTime(text, head)
  for (let part = 0; part < MAX_PARTS && readPart(text, head); part += 1) skipBlank(text, head)
  const level = find(head, 'level')
  if (level === null) return null
  const message = text.slice(head.at).trimEnd()
  if (message !== '') {
    head.fields.push({ path: ['message'], value: message, from: head.at, to: text.length })
  }
  return {
    format: 'log4j',
    time: find(head, 'time'),
    level,
    logger: find(head, 'logger'),
    message: message === '' ? null : message,
    fields: head.fields,
    json: null,
  }
}

function readTime(text: string, head: Head): void {
  skipBlank(text, head)
  const from = head.at + (text.charAt(head.at) === '[' ? 1 : 0)
  const numeric = readNumericTime(text, from)
  const to = numeric === -1 ? readNamedTime(text, from) : numeric
  if (to === -1) return
  if (from > head.at && text.charAt(to) !== ']') return
  add(text, head, 'time', from, to)
  head.at = to + (from > head.at ? 1 : 0)
  skipBlank(text, head)
}

/** Reads one more part of the head; false where the message begins. */
function readPart(text: string, head: Head): boolean {
  const { at } = head
  const hasLevel = find(head, 'level') !== null
  const level = hasLevel ? -1 : readLevel(text, at)
  if (level !== -1) {
    addLevel(text, head, level)
    const coloned = readColoned(text, level)
    if (coloned === -1) return true
    add(text, head, 'logger', level + 1, coloned - 1)
    head.at = coloned
    return false
  }
  const bracket = readBracket(text, at)
  if (bracket !== -1) {
    const isFirst = find(head, 'thread') === null
    if (!isFirst && hasLevel && find(head, 'logger') !== null) return false
    add(text, head, isFirst ? 'thread' : 'context', at + 1, bracket - 1)
    head.at = bracket
    return true
  }
  const dashes = readDashes(text, at)
  if (dashes !== -1) {
    head.at = dashes
    return true
  }
  const process = find(head, 'process') === null ? readProcess(text, at) : -1
  if (process !== -1) {
    add(text, head, 'process', at, process)
    head.at = process
    return true
  }
  const logger = find(head, 'logger') === null ? readLogger(text, at) : -1
  if (logger === -1) return false
  add(text, head, 'logger', at, logger)
  head.at = logger
  return true
}

function addLevel(text: string, head: Head, end: number): void {
  const inside = text.charAt(head.at) === '[' ? 1 : 0
  const word = text.slice(head.at + inside, end - inside).trim()
  const from = text.indexOf(word, head.at)
  add(text, head, 'level', from, from + word.length)
  head.at = end
}

function add(text: string, head: Head, name: string, from: number, to: number): void {
  head.fields.push({ path: [name], value: text.slice(from, to), from, to })
}

function find(head: Head, name: string): string | null {
  return head.fields.find(({ path }) => path[0] === name)?.value ?? null
}

function skipBlank(text: string, head: Head): void {
  while (text.charAt(head.at) === ' ' || text.charAt(head.at) === '\t') head.at += 1
}
