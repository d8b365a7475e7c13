import { assertNever } from '../../shared/assert-never.ts'
import { csvField, csvQuoted } from '../../shared/csv-field.ts'
import type { ExportFormat } from '../../shared/export.ts'
import type { ExportPiece } from '../log/export-piece.ts'
import { jsonObjectOf } from './json-object-of.ts'

/** How lines stand in a saved file; see src/shared/export.ts. Pure: text in, text out. */
export interface ExportEncoder {
  /** What the file begins with. */
  readonly start: string
  encode(piece: ExportPiece): string
}

export function createExportEncoder(format: ExportFormat, numbers: boolean): ExportEncoder {
  const encoding = encodingOf(format, numbers)
  return {
    start: encoding.start,
    encode(piece) {
      if (piece.kind === 'lines') {
        return piece.lines.map(({ line, text }) => encoding.line(line, text)).join('')
      }
      const { line, text, isFirst, isLast } = piece
      return `${isFirst ? encoding.before(line) : ''}${encoding.part(text)}${isLast ? encoding.after : ''}`
    },
  }
}

/** A line whole, or what stands before, in and after the parts of one. */
interface LineEncoding {
  readonly start: string
  line(line: number | null, text: string): string
  before(line: number): string
  part(text: string): string
  readonly after: string
}

function encodingOf(format: ExportFormat, numbers: boolean): LineEncoding {
  switch (format) {
    case 'text':
      return asText(numbers)
    case 'jsonl':
      return asJsonLines(numbers)
    case 'csv':
      return asCsv(numbers)
    default:
      return assertNever(format, 'format')
  }
}

function asText(numbers: boolean): LineEncoding {
  const before = (line: number | null) => (numbers ? `${shown(line)}:` : '')
  return {
    start: '',
    line: (line, text) => `${before(line)}${text}\n`,
    before,
    part: (text) => text,
    after: '\n',
  }
}

function asJsonLines(numbers: boolean): LineEncoding {
  const before = (line: number | null) => (numbers ? `{"line":${shown(line)},"text":` : '{"text":')
  return {
    start: '',
    line(line, text) {
      const object = jsonObjectOf(text)
      const fields = object === null ? '' : `,"fields":${object}`
      return `${before(line)}${JSON.stringify(text)}${fields}}\n`
    },
    before: (line) => `${before(line)}"`,
    // No part ends within a character, so each can be escaped by itself.
    part: (text) => JSON.stringify(text).slice(1, -1),
    after: '"}\n',
  }
}

function asCsv(numbers: boolean): LineEncoding {
  const before = (line: number | null) => (numbers ? `${shown(line)},` : '')
  return {
    start: numbers ? 'line,text\r\n' : 'text\r\n',
    line: (line, text) => `${before(line)}${csvField(text)}\r\n`,
    before: (line) => `${before(line)}"`,
    part: csvQuoted,
    after: '"\r\n',
  }
}

/** Counted from 1, as on the screen. Whoever asks for numbers gets no line without one. */
function shown(line: number | null): number {
  if (line === null) throw new TypeError('A line has no number: ask the export for numbers.')
  return line + 1
}
