import { findPairs } from './find-pairs.ts'
import { groupFields, namedValue } from './group-fields.ts'
import type { Field, StructuredLine } from './structured-line.ts'
import { syslogPriority } from './syslog-priority.ts'

const ISO = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?'
const BSD = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \\d]\\d \\d{2}:\\d{2}:\\d{2}'

/** After a time in ISO 8601 a level is likelier than a host of that name. */
const LEVEL = '\\[?(?:FATAL|ERROR|WARN(?:ING)?|INFO|NOTICE|DEBUG|TRACE)\\]?:?'

/** RFC 5424, section 6: `<34>1 TIME HOST APP PROCID MSGID [id name="value"] MESSAGE`. */
const NEW = new RegExp(
  [
    `^<(?<priority>\\d{1,3})>\\d{1,2} (?<time>${ISO}|-) (?<host>\\S{1,255})`,
    ' (?<program>\\S{1,48}) (?<pid>\\S{1,128}) (?<id>\\S{1,32})',
    ' (?<data>-|(?:\\[[^\\]"]*(?:"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"[^\\]"]*)*\\])+)(?: (?<message>.*))?$',
  ].join(''),
  'd',
)

/** RFC 3164, section 4.1, and what rsyslog and journalctl write of it: `TIME HOST program[pid]: message`. */
const OLD = new RegExp(
  [
    `^(?:<(?<priority>\\d{1,3})>)?(?<time>${BSD}|${ISO}) (?!${LEVEL} )(?<host>[\\w.:-]{1,255})`,
    ' (?<program>[^\\s:[\\]]{1,64})(?:\\[(?<pid>\\d{1,10})\\])?: (?<message>.*)$',
  ].join(''),
  'd',
)

const NAMES = ['priority', 'time', 'host', 'program', 'pid', 'id', 'message']

/** A line of syslog in either form; null when it is none. */
export function parseSyslogLine(text: string): StructuredLine | null {
  const match = NEW.exec(text) ?? OLD.exec(text)
  if (match === null) return null
  const fields = groupFields(match, NAMES)
  const priority = syslogPriority(namedValue(fields, 'priority'))
  return {
    format: 'syslog',
    time: namedValue(fields, 'time'),
    level: priority?.severity ?? null,
    logger: namedValue(fields, 'program'),
    message: namedValue(fields, 'message'),
    fields: [...fields, ...wordsOf(match, priority), ...dataOf(match)],
    json: null,
  }
}

/** The priority in words: they stand nowhere in the line, and the number does. */
function wordsOf(
  match: RegExpExecArray,
  priority: ReturnType<typeof syslogPriority>,
): readonly Field[] {
  const [from = 0, to = 0] = match.indices?.groups?.priority ?? []
  if (priority === null || to === 0) return []
  return [
    { path: ['facility'], value: priority.facility, from: from - 1, to: to + 1 },
    { path: ['severity'], value: priority.severity, from: from - 1, to: to + 1 },
  ]
}

/** Structured data (RFC 5424, section 6.3): its parameters are pairs. */
function dataOf(match: RegExpExecArray): readonly Field[] {
  const data = match.groups?.data
  const [start = 0] = match.indices?.groups?.data ?? []
  if (data === undefined) return []
  return findPairs(data).map((field) => ({
    ...field,
    from: field.from + start,
    to: field.to + start,
  }))
}
