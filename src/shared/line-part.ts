import { z } from 'zod'

/** Bytes of one part of a line at most: some thousand screens of text, sent and drawn at once. */
export const MAX_LINE_PART_BYTES = 1024 * 1024

const count = z.number().int().nonnegative()

/**
 * Answer of `GET /api/logs/:id/line?number&from&bytes`: a part of one line, of which the page showed
 * only the beginning. The next part begins at `to`; there is none when that equals `bytes`.
 */
export const linePart = z.object({
  /** Decoded, without the line's ending; without its byte order mark and a hole when it begins there. */
  text: z.string(),
  /** `[from, to)` in bytes of the line; no character is cut. Both move to borders of characters. */
  from: count,
  to: count,
  /** Length of the whole line in the file, without its ending. */
  bytes: count,
})
export type LinePart = z.infer<typeof linePart>
