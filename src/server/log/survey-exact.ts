import type { Histogram } from '../../shared/histogram.ts'
import type { ViewState } from '../../shared/views.ts'
import { BLOCK_BYTES } from '../engine/block-index.ts'
import type { EntryRule, SpreadTask } from '../engine/engine-task.ts'
import type { SurveyPart } from './survey-parts.ts'
import { blocksWithin } from './survey-places.ts'

/**
 * Blocks that are looked at line by line at most: 4 MiB, some 10 ms. In a range of more blocks the
 * error at its ends is under a sixtieth of it.
 */
const MAX_EXACT_BLOCKS = 64

/** The same where each line is matched by itself: a MiB, some 20 ms. */
const MAX_MATCHED_BLOCKS = 16

/** What a log may have grown by since it was surveyed, in bytes: it is read with the last block. */
const MAX_GROWTH_BYTES = 1024 * 1024

/** Blocks beside a range of times in which lines that are out of order are looked for. */
export const DISORDER_BLOCKS = 8

/** A histogram's range and the parts that it is cut into. */
export interface Buckets {
  readonly by: Histogram['by']
  readonly from: number
  readonly to: number
  readonly buckets: number
  /** Only the lines of this view; null for all. */
  readonly view: ViewState | null
  /** How the entries of that view begin. */
  readonly entryRule?: EntryRule
}

/**
 * The tasks that count a short range line by line, one for each part; null for a part that has no
 * lines of its own there, or no times. Null for all of them when the range is too long for that, or
 * not all is surveyed, so that nobody knows which blocks to read.
 */
export function planExact(
  parts: readonly SurveyPart[],
  wanted: Buckets,
): readonly (SpreadTask | null)[] | null {
  if (parts.some(({ survey }) => survey.total - survey.surveyed > MAX_GROWTH_BYTES)) return null
  const within = parts.map(({ places }) => blocksWithin(places, wanted.from, wanted.to))
  const blocks = within.reduce((count, { from, to }) => count + to - from, 0)
  if (blocks > (wanted.view === null ? MAX_EXACT_BLOCKS : MAX_MATCHED_BLOCKS)) return null
  return parts.map((part, at) => spreadOf(part, within[at], wanted))
}

/**
 * Whether the lines of a view can be found one by one: its rows are those that match, or those of the
 * entries that do, and no others, of all the log or of a range of times, and all of them are found.
 */
export function isPlain({ query, lines, phase }: ViewState): boolean {
  return phase.kind === 'current' && lines === null && !query.context
}

function ofView({ query, time }: ViewState): Pick<SpreadTask, 'query' | 'within'> {
  if (time === null) return { query }
  const { from, to } = time
  return {
    query,
    within: { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY },
  }
}

function spreadOf(
  { survey, places }: SurveyPart,
  within: { readonly from: number; readonly to: number } | undefined,
  { by, from: low, to: high, buckets, view, entryRule }: Buckets,
): SpreadTask | null {
  const { engineFile: file, from, finished } = survey.generation
  if (file === null || within === undefined) return null
  // Lines of a range of times may be found beside it, those of a range of numbers not.
  if (by === 'time' ? survey.format === null : within.from === within.to) return null
  // An entry that begins before the range, or goes on behind it, reaches into it from the next block.
  const besideLines = view?.query.entries === true ? 1 : 0
  const beside = by === 'time' ? DISORDER_BLOCKS : besideLines
  const firstBlock = Math.max(0, within.from - beside)
  const lastBlock = within.to + beside
  const start = Math.max(from, (survey.blocks.first + firstBlock) * BLOCK_BYTES)
  // Lines are counted from the first one of the range.
  const origin = by === 'time' ? 0 : (places.from[firstBlock] ?? 0)
  return {
    file,
    from: start,
    to:
      lastBlock < survey.blocks.count ? (survey.blocks.first + lastBlock) * BLOCK_BYTES : finished,
    end: finished,
    lineStart: start === from,
    format: by === 'time' ? survey.format : null,
    low: low - origin,
    high: high - origin,
    buckets,
    ...(view !== null && ofView(view)),
    ...(entryRule && { entryRule }),
  }
}
