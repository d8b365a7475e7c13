import { BLOCK_BYTES } from '../engine/block-index.ts'
import type { TimeFormat } from '../engine/engine-task.ts'
import { lastNewlineEnd, nextNewlineEnd } from '../engine/line-ending.ts'
import { createTimeParser, type TimeParser } from '../engine/time/time-parser.ts'
import type { Generation } from '../follow/generation.ts'

/** Blocks at either end in which a time is looked for at most: a stack trace of a MiB is none. */
const MAX_BLOCKS = 16

/** The first and the last time of something, in ms since 1970. */
export interface TimeEdges {
  readonly first: number
  readonly last: number
}

/**
 * The earliest time in the first block of a file that has any, and the latest in the last one: what is
 * out of order by more than a block does not stretch them. Null when none is found. Reads one or two
 * blocks of some hundred lines in the calling thread. Rejects with BytesGone.
 */
export async function timeEdges(
  generation: Generation,
  format: TimeFormat,
): Promise<TimeEdges | null> {
  const { from, finished } = generation
  const parse = createTimeParser(format, generation.encoding)
  const firstBlock = Math.floor(from / BLOCK_BYTES)
  const lastBlock = Math.floor((finished - 1) / BLOCK_BYTES)
  for (let block = firstBlock; block <= lastBlock && block < firstBlock + MAX_BLOCKS; block++) {
    const start = await edgesOfBlock(generation, block, parse)
    if (start === null) continue
    for (let other = lastBlock; other > block && other > lastBlock - MAX_BLOCKS; other--) {
      const end = await edgesOfBlock(generation, other, parse)
      if (end !== null) return { first: start.first, last: Math.max(start.last, end.last) }
    }
    return start
  }
  return null
}

async function edgesOfBlock(
  generation: Generation,
  block: number,
  parse: TimeParser,
): Promise<TimeEdges | null> {
  const { encoding, from, finished } = generation
  const start = Math.max(from, block * BLOCK_BYTES)
  const bytes = await generation.read(start, Math.min(finished, (block + 1) * BLOCK_BYTES) - start)
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  // What stands before the first newline began in an earlier block.
  let at = start === from ? 0 : nextNewlineEnd(bytes, 0, encoding, start)
  const end = lastNewlineEnd(bytes, encoding, start)
  while (at !== -1 && at < bytes.length) {
    const time = parse(bytes, at, bytes.length)
    if (time < first) first = time
    if (time > last) last = time
    if (at >= end) break
    at = nextNewlineEnd(bytes, at, encoding, start)
  }
  return first <= last ? { first, last } : null
}
