import { BLOCK_BYTES, blockOf } from '../engine/block-index.ts'
import type { TimeFormat } from '../engine/engine-task.ts'
import { lastNewlineEnd, nextNewlineEnd } from '../engine/line-ending.ts'
import { createTimeParser, type TimeParser } from '../engine/time/time-parser.ts'
import type { Generation } from '../follow/generation.ts'
import { DISORDER_BLOCKS } from './survey-exact.ts'

/** Bytes that are looked at once at either end: half a MiB, a ms of the calling thread. */
const PIECE_BYTES = DISORDER_BLOCKS * BLOCK_BYTES

/** How often more is looked at where no line has a time: a stack trace of a MiB is none. */
const MAX_PIECES = 3

/** The first and the last time of something, in ms since 1970. */
export interface TimeEdges {
  readonly first: number
  readonly last: number
}

/**
 * The earliest time near the start of a file and the latest near its end: lines that are out of order
 * by more than that do not stretch them. Null when none is found. Rejects with BytesGone.
 */
export async function timeEdges(
  generation: Generation,
  format: TimeFormat,
): Promise<TimeEdges | null> {
  const { from, finished } = generation
  const parse = createTimeParser(format, generation.encoding)
  let start: TimeEdges | null = null
  let at = from
  for (let piece = 0; start === null && at < finished && piece < MAX_PIECES; piece++) {
    const to = Math.min(finished, at - (at % BLOCK_BYTES) + PIECE_BYTES)
    start = await edgesBetween(generation, at, to, parse)
    at = to
  }
  if (start === null) return null
  let to = finished
  for (let piece = 0; to > at && piece < MAX_PIECES; piece++) {
    const before = Math.max(at, blockOf(to - 1) * BLOCK_BYTES - PIECE_BYTES)
    const end = await edgesBetween(generation, before, to, parse)
    if (end !== null) return { first: start.first, last: Math.max(start.last, end.last) }
    to = before
  }
  return start
}

async function edgesBetween(
  generation: Generation,
  start: number,
  end: number,
  parse: TimeParser,
): Promise<TimeEdges | null> {
  const { encoding, from } = generation
  const bytes = await generation.read(start, end - start)
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  const lastStart = lastNewlineEnd(bytes, encoding, start)
  // What stands before the first newline began before.
  let at = start === from ? 0 : nextNewlineEnd(bytes, 0, encoding, start)
  while (at !== -1 && at < bytes.length) {
    const time = parse(bytes, at, bytes.length)
    if (time < first) first = time
    if (time > last) last = time
    if (at >= lastStart) break
    at = nextNewlineEnd(bytes, at, encoding, start)
  }
  return first <= last ? { first, last } : null
}
