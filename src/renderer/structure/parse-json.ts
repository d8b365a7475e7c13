import type { JsonMember, JsonNode } from './json-node.ts'

/** Objects within objects that are read; deeper ones no log has, and each is a call of a function. */
export const MAX_DEPTH = 64

/** `[0-9]` and so on of RFC 8259, section 6. */
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const BACKSLASH = 0x5c
const QUOTE = 0x22
const BLANK = /[ \t\n\r]*/y

interface Cursor {
  readonly text: string
  at: number
}

/** The JSON value that is the whole of `text` from `from` on (RFC 8259); null when it is none. */
export function parseJson(text: string, from = 0): JsonNode | null {
  const cursor = { text, at: from }
  skipBlank(cursor)
  const node = readValue(cursor, 0)
  skipBlank(cursor)
  return cursor.at === text.length ? node : null
}

function readValue(cursor: Cursor, depth: number): JsonNode | null {
  if (depth > MAX_DEPTH) return null
  switch (cursor.text.charAt(cursor.at)) {
    case '{':
      return readObject(cursor, depth)
    case '[':
      return readArray(cursor, depth)
    case '"':
      return readString(cursor)
    default:
      return readPattern(cursor, 'number', NUMBER) ?? readWord(cursor)
  }
}

function readObject(cursor: Cursor, depth: number): JsonNode | null {
  const from = cursor.at
  const members: JsonMember[] = []
  const isWhole = readList(cursor, '}', () => {
    const name = readString(cursor)
    skipBlank(cursor)
    if (name === null || !take(cursor, ':')) return false
    skipBlank(cursor)
    const value = readValue(cursor, depth + 1)
    if (value !== null) members.push({ from: name.from, key: name.text, value })
    return value !== null
  })
  return isWhole ? { kind: 'object', from, to: cursor.at, members } : null
}

function readArray(cursor: Cursor, depth: number): JsonNode | null {
  const from = cursor.at
  const items: JsonNode[] = []
  const isWhole = readList(cursor, ']', () => {
    const item = readValue(cursor, depth + 1)
    if (item !== null) items.push(item)
    return item !== null
  })
  return isWhole ? { kind: 'array', from, to: cursor.at, items } : null
}

/** Parts with commas between them, from the opening bracket to the closing one; whether it is well-formed. */
function readList(cursor: Cursor, close: string, readPart: () => boolean): boolean {
  cursor.at += 1
  skipBlank(cursor)
  if (take(cursor, close)) return true
  do {
    skipBlank(cursor)
    if (!readPart()) return false
    skipBlank(cursor)
  } while (take(cursor, ','))
  return take(cursor, close)
}

function readString(cursor: Cursor) {
  const { text, at: from } = cursor
  if (text.charAt(from) !== '"') return null
  let hasEscapes = false
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) {
      hasEscapes = true
      at += 1
    } else if (code === QUOTE) {
      const said = hasEscapes ? unescaped(text.slice(from, at + 1)) : text.slice(from + 1, at)
      if (said === null) return null
      cursor.at = at + 1
      return { kind: 'string', from, to: at + 1, text: said } as const
    }
  }
  return null
}

function unescaped(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted))
  } catch {
    // An escape that JSON does not know: then the line is no JSON.
    return null
  }
}

function readWord(cursor: Cursor): JsonNode | null {
  const kind = cursor.text.charAt(cursor.at) === 'n' ? 'null' : 'boolean'
  return readPattern(cursor, kind, WORD)
}

function readPattern(
  cursor: Cursor,
  kind: 'number' | 'boolean' | 'null',
  pattern: RegExp,
): JsonNode | null {
  const from = cursor.at
  pattern.lastIndex = from
  if (!pattern.test(cursor.text)) return null
  cursor.at = pattern.lastIndex
  return { kind, from, to: cursor.at, text: cursor.text.slice(from, cursor.at) }
}

function take(cursor: Cursor, character: string): boolean {
  if (cursor.text.charAt(cursor.at) !== character) return false
  cursor.at += 1
  return true
}

function skipBlank(cursor: Cursor): void {
  BLANK.lastIndex = cursor.at
  BLANK.test(cursor.text)
  cursor.at = BLANK.lastIndex
}
