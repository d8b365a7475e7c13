import { findPairs } from './find-pairs.ts'
import { jsonFields } from './json-fields.ts'
import { parseAccessLine } from './parse-access-line.ts'
import { parseJson } from './parse-json.ts'
import { parseJsonLine } from './parse-json-line.ts'
import { parseLog4jLine } from './parse-log4j-line.ts'
import { parseLogfmtLine } from './parse-logfmt-line.ts'
import { parseSyslogLine } from './parse-syslog-line.ts'
import type { StructuredLine } from './structured-line.ts'

/** Starts of objects that are tried: in prose with braces the JSON is the last of few. */
const MAX_ATTEMPTS = 4

/** Divides a line into what it says, whatever its format. Takes the text without escape sequences. */
export function parseLine(text: string): StructuredLine {
  return (
    parseJsonLine(text) ??
    parseAccessLine(text) ??
    parseSyslogLine(text) ??
    parseLogfmtLine(text) ??
    withParts(text, parseLog4jLine(text) ?? plainLine(text))
  )
}

function plainLine(text: string): StructuredLine {
  return {
    format: 'plain',
    time: null,
    level: null,
    logger: null,
    message: text,
    fields: [],
    json: null,
  }
}

/** The line with the JSON that it ends with, or with the pairs within it. */
function withParts(text: string, line: StructuredLine): StructuredLine {
  const json = jsonAtEnd(text)
  const found = json === null ? findPairs(text) : jsonFields(json)
  return { ...line, json, fields: [...line.fields, ...found] }
}

function jsonAtEnd(text: string) {
  if (!text.trimEnd().endsWith('}')) return null
  let at = text.indexOf('{')
  for (let attempt = 0; at !== -1 && attempt < MAX_ATTEMPTS; attempt += 1) {
    const json = parseJson(text, at)
    if (json !== null) return json
    at = text.indexOf('{', at + 1)
  }
  return null
}
