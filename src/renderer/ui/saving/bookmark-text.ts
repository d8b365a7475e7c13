import { assertNever } from '../../../shared/assert-never.ts'
import { csvField } from '../../../shared/csv-field.ts'
import type { ExportFormat } from '../../../shared/export.ts'
import type { PlacedBookmark } from '../marks/bookmarks.ts'

/** A bookmark with the text of its line. */
export interface WrittenBookmark {
  readonly mark: PlacedBookmark
  readonly text: string
}

/** What a file of bookmarks begins with. */
export function bookmarkHead(format: ExportFormat, numbers: boolean): string {
  if (format !== 'csv') return ''
  return numbers ? 'line,color,note,text\r\n' : 'color,note,text\r\n'
}

/**
 * A bookmark as it stands in a saved file: the line, with what the user wrote about it. One whose line
 * was not found has no number, and of its text what is remembered.
 */
export function bookmarkText(
  { mark, text }: WrittenBookmark,
  format: ExportFormat,
  numbers: boolean,
): string {
  const line = mark.place === 'sure' ? mark.line + 1 : null
  const { color, note } = mark
  switch (format) {
    case 'text': {
      const before = numbers ? `${line ?? '?'}:` : ''
      return `${before}${text}${note === '' ? '' : `\t# ${note}`}\n`
    }
    case 'jsonl':
      return `${JSON.stringify({ ...(numbers && { line }), color, note, text })}\n`
    case 'csv': {
      const fields = [color, csvField(note), csvField(text)]
      return `${[...(numbers ? [line ?? ''] : []), ...fields].join(',')}\r\n`
    }
    default:
      return assertNever(format, 'format')
  }
}
