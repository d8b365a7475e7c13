/**
 * Saving lines: `GET /api/logs/:id/export?format&view&from&to&numbers` sends a log, a view of it or a
 * range of either as a download. Lines are whole however long they are, in the order of the log, as
 * UTF-8. What the log has when it is asked is sent; what comes meanwhile is not.
 *
 * - `text`: each line with a line feed; with numbers `123:` stands before it, as `grep -n` prints it.
 * - `jsonl`: one JSON object per line (https://jsonlines.org): `line` (from 1), `text` and, where the
 *   line itself is a JSON object, `fields`: that object as it stands, so that no digit of a number is
 *   lost. Lines over {@link MAX_WHOLE_LINE_BYTES} have no `fields`.
 * - `csv`: RFC 4180 with a header, `line,text`; every text is quoted and otherwise as it is. A text
 *   that begins with `=`, `+`, `-` or `@` is a formula to a spreadsheet: nothing is put before it,
 *   because the file would hold other texts than the log. Open such a file by an import as text.
 */
import { z } from 'zod'
import type { LogId } from './log-id.ts'
import { type ViewId, viewId } from './views.ts'

export const EXPORT_FORMATS = ['text', 'jsonl', 'csv'] as const
export const exportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof exportFormat>

/** Longest line that is held whole while it is sent, in bytes; longer ones go out in parts. */
export const MAX_WHOLE_LINE_BYTES = 1024 * 1024

/** Downloads of one server at once: each reads its file as fast as its client takes it. */
export const MAX_EXPORTS = 16

const place = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)
  .refine(Number.isSafeInteger)

/** The query of an export, out of its texts. */
export const exportQuery = z
  .object({
    format: exportFormat,
    /** The view whose rows are sent; the lines of the log when left out. */
    view: viewId.optional(),
    /** `[from, to)` in lines of the log or rows of the view, from 0; from its first and to its end when left out. */
    from: place.optional(),
    to: place.optional(),
    /** Whether each line comes with its number in the log, counted from 1; `1` when left out of `jsonl` and `csv`. */
    numbers: z.enum(['0', '1']).optional(),
  })
  .refine(({ from = 0, to = from }) => from <= to)

/** What is to be sent, and how. */
export interface ExportRequest {
  readonly format: ExportFormat
  readonly view: ViewId | null
  readonly from: number | null
  readonly to: number | null
  readonly numbers: boolean
}

/** Path and query of a download, below the address of the server. */
export function exportPath(log: LogId, request: ExportRequest): string {
  const { format, view, from, to, numbers } = request
  const query = [`format=${format}`, `numbers=${numbers ? 1 : 0}`]
  if (view !== null) query.push(`view=${view}`)
  if (from !== null) query.push(`from=${from}`)
  if (to !== null) query.push(`to=${to}`)
  return `api/logs/${log}/export?${query.join('&')}`
}
