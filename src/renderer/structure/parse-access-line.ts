import { groupFields, namedValue } from './group-fields.ts'
import type { StructuredLine } from './structured-line.ts'

const QUOTED = '[^"\\\\]*(?:\\\\.[^"\\\\]*)*'

/**
 * The Common Log Format and the combined one (https://httpd.apache.org/docs/2.4/logs.html#accesslog), with
 * or without the virtual host in front; nginx writes the same by default.
 */
const ACCESS = new RegExp(
  [
    '^(?:(?<host>\\S{1,255}) )?(?<client>\\S{1,255}) (?<identity>\\S{1,255}) (?<user>\\S{1,255})',
    ' \\[(?<time>[^\\]]{1,64})\\]',
    ` "(?:(?<method>[A-Z]{1,16}) (?<target>[^" ]*)(?: (?<protocol>HTTP/[\\d.]{1,8}))?|(?<request>${QUOTED}))"`,
    ' (?<status>\\d{3}) (?<bytes>\\d{1,20}|-)',
    `(?: "(?<referrer>${QUOTED})" "(?<agent>${QUOTED})")?`,
  ].join(''),
  'd',
)

const NAMES = [
  'host',
  'client',
  'identity',
  'user',
  'time',
  'method',
  'target',
  'protocol',
  'request',
  'status',
  'bytes',
  'referrer',
  'agent',
]

/** A line of an access log; null when it is none. */
export function parseAccessLine(text: string): StructuredLine | null {
  const match = ACCESS.exec(text)
  if (match === null) return null
  const fields = groupFields(match, NAMES)
  const request = ['method', 'target', 'request'].flatMap((name) => namedValue(fields, name) ?? [])
  return {
    format: 'access',
    time: namedValue(fields, 'time'),
    level: null,
    logger: namedValue(fields, 'host'),
    message: [...request, namedValue(fields, 'status') ?? ''].join(' '),
    fields,
    json: null,
  }
}
