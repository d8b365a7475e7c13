/** How many lines a log, or a view of it, has in each part of a range: of time, or of its lines. */
import { z } from 'zod'
import { LEVELS } from './level.ts'
import { lineNumber } from './line-number.ts'

const count = z.number().int().nonnegative()

/** Name of the zone in which the server runs (IANA): that of times which name none. */
const zone = z.string()

/** Buckets of one histogram at most: a bar of a wide screen is a pixel or two. */
export const MAX_BUCKETS = 2000

export const histogramBucket = z.object({
  /** Where it begins: a time in ms since 1970, or the number of a line. */
  at: z.number(),
  lines: count,
  /** The lines per level, in the order of LEVELS; null for a view that counts none. */
  levels: z.array(count).length(LEVELS.length).nullable(),
})
export type HistogramBucket = z.infer<typeof histogramBucket>

/**
 * Answer of `GET /api/logs/:id/histogram?from&to&buckets&view&by`. With `by=position` it is of line
 * numbers, though the lines may have times. Short ranges are exact to the line;
 * in long ones the lines of a block of 64 KiB are spread evenly over the time that it covers. Times
 * without a zone are those of the zone in which the server runs; lines without a time count with the
 * line before them.
 */
export const histogram = z.object({
  /** `position` where the lines have no times that are understood, or it was asked for. */
  by: z.enum(['time', 'position']),
  /** `[from, to)` in ms since 1970, or in line numbers; equal when there is nothing to count. */
  from: z.number(),
  to: z.number(),
  /** The same of the whole log, whatever part was asked for. */
  whole: z.object({ from: z.number(), to: z.number() }),
  buckets: z.array(histogramBucket).max(MAX_BUCKETS),
  /** Bytes that are counted, and bytes there are: what is left is being counted, ask again. */
  surveyed: count,
  total: count,
  zone,
})
export type Histogram = z.infer<typeof histogram>

/** Answer of `GET /api/logs/:id/line-at?time=MS`: the first line whose time is that or later. */
export const lineAt = z.object({
  /** Null when all times are before, or the lines have none. */
  line: count.transform(lineNumber).nullable(),
  /** The first and the last time of the log, in ms since 1970; null when the lines have none. */
  first: z.number().nullable(),
  last: z.number().nullable(),
  zone,
})
export type LineAt = z.infer<typeof lineAt>
