/**
 * Searches and filters as views: the lines of a log that match a query, in order, kept up to date
 * while the log grows. A view belongs to its log and every window of the page sees it.
 */
import { z } from 'zod'
import { lineNumber } from './line-number.ts'
import { logId } from './log-id.ts'
import { query } from './query.ts'
import { rowNumber } from './row-number.ts'

const count = z.number().int().nonnegative()
const line = count.transform(lineNumber)
const row = count.transform(rowNumber)

/** Opaque name of a view; no two views of one run of the server have the same. */
export const viewId = z.string().regex(/^[a-z0-9-]{1,40}$/)
export type ViewId = z.infer<typeof viewId>

/** Lines `[from, to)` of the log; everything from `from` on, also what still comes, when `to` is null. */
export const lineRange = z
  .object({ from: line, to: line.nullable() })
  .strict()
  .refine(({ from, to }) => to === null || from <= to, 'A range ends where it begins, or later.')
export type LineRange = z.infer<typeof lineRange>

/**
 * Times `[from, to)` in milliseconds since 1970, open where null. It is found by the times of the
 * lines, and a line without one belongs to the line before it.
 */
export const timeRange = z
  .object({ from: z.number().nullable(), to: z.number().nullable() })
  .strict()
  .refine(
    ({ from, to }) => from === null || to === null || from <= to,
    'A range ends where it begins, or later.',
  )
export type TimeRange = z.infer<typeof timeRange>

/**
 * The rows that are answered along with a view, so that they take no second way: `rows` from the
 * first on, around a line's row, or the last ones.
 */
export const openingRequest = z
  .object({
    at: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('start') }).strict(),
      z.object({ kind: z.literal('line'), line }).strict(),
      z.object({ kind: z.literal('end') }).strict(),
    ]),
    rows: count.min(1),
  })
  .strict()
export type OpeningRequest = z.infer<typeof openingRequest>

/** Body of `POST /api/logs/:id/views`. */
export const viewRequest = z
  .object({
    query,
    /** Only these lines; all when left out. */
    lines: lineRange.nullable().default(null),
    /** Only these times; all when left out. With `lines` too, only what lies in both. */
    time: timeRange.nullable().default(null),
    /** Whether its rows are counted per level, for its histogram. */
    levels: z.boolean().default(false),
    /**
     * The view that nobody wants any more now that this one comes, as while somebody types: it is
     * closed first. One that is gone already is no fault.
     */
    replaces: viewId.nullable().default(null),
    /** Rows to be answered with its state; none when left out. */
    opening: openingRequest.nullable().default(null),
  })
  .strict()
export type ViewRequest = z.infer<typeof viewRequest>

/** Why a view stopped; what it found until then stays. */
export const VIEW_FAILURES = [
  /** A regular expression backtracked for too long and was ended. */
  'runaway',
  /** The file behind the log could not be read. */
  'gone',
  /** The engine's threads ended under it, and again when it was tried once more. */
  'lost',
] as const

export const viewPhase = z.discriminatedUnion('kind', [
  /** There is more to look at than was looked at. */
  z.object({ kind: z.literal('scanning') }),
  /**
   * Everything that the log had was looked at. What comes is within a frame or two, and the view
   * stays current meanwhile: `scanned` is behind `total` then.
   */
  z.object({ kind: z.literal('current') }),
  /** Somebody ended it before everything was looked at; what it found until then stays. */
  z.object({ kind: z.literal('stopped') }),
  z.object({ kind: z.literal('failed'), reason: z.enum(VIEW_FAILURES) }),
])
export type ViewPhase = z.infer<typeof viewPhase>

/** The state of a view, whole. */
export const viewState = z.object({
  id: viewId,
  log: logId,
  query,
  lines: lineRange.nullable(),
  time: timeRange.nullable(),
  /**
   * `[first, end)`: the rows that can be read, in the order of the log's lines. `end` grows, `first`
   * when lines are gone for good. Only where whole entries are looked for, `end` can step back over
   * the rows of the last entry: what comes can make it no match. Both start at 0 again when the log
   * is read in another encoding.
   */
  first: row,
  end: row,
  /** Bytes looked at, and bytes to look at as far as is known. */
  scanned: count,
  total: count,
  phase: viewPhase,
})
export type ViewState = z.infer<typeof viewState>

/** Answer of `GET /api/logs/:id/views`. */
export const viewList = z.object({ views: z.array(viewState) })
export type ViewList = z.infer<typeof viewList>

/** One match as the page shows it. */
export const viewRow = z.object({
  /** Its number in the log; null as long as the lines before it are not counted. */
  line: line.nullable(),
  /** Decoded text without its ending; may be cut, see `cut`. */
  text: z.string(),
  /** Length of the whole line in the file, in bytes, without its ending. */
  bytes: count,
  /** True when `text` is only the beginning. */
  cut: z.boolean(),
  /** Where heads of entries are looked for: how many lines its entry has. */
  entryLines: count.optional(),
})
export type ViewRow = z.infer<typeof viewRow>

/** Answer of `GET /api/logs/:id/views/:view/lines?from&to`: the part of the rows that could be read. */
export const viewWindow = z.object({
  /** Number of the first of `rows`. */
  from: row,
  rows: z.array(viewRow),
  /** The view's `[first, end)` when the window was read. */
  first: row,
  end: row,
})
export type ViewWindow = z.infer<typeof viewWindow>

/**
 * Answer of `GET /api/logs/:id/views/:view/row?line=N`: the first row at line N or after it, which is
 * the view's end when no match is. With `&rows=M` so many rows around it come along, if it is one.
 */
export const viewPlace = z.object({ row, first: row, end: row, window: viewWindow.optional() })
export type ViewPlace = z.infer<typeof viewPlace>

/** The rows that came with a view that was opened. */
export const viewOpening = z.object({
  /** The line they were asked around; null when none was. */
  line: line.nullable(),
  /** The first row at that line or after it; null while the search has not come that far. */
  row: row.nullable(),
  /** Those rows; the first ones where the wanted place is not known yet. Maybe none. */
  window: viewWindow,
})
export type ViewOpening = z.infer<typeof viewOpening>

/** Answer of `POST /api/logs/:id/views`: the view's state, and the rows that were asked for with it. */
export const viewOpened = viewState.extend({ opening: viewOpening.nullable() })
export type ViewOpened = z.infer<typeof viewOpened>

/** Views of one log at most: several windows with a filter and a few searches each. */
export const MAX_VIEWS = 16
