import { LEVELS } from '../../shared/level.ts'
import { blockOf } from '../engine/block-index.ts'
import type { HistogramSum } from './histogram.ts'
import type { TimeEdges } from './survey-edges.ts'
import type { GenerationSurvey } from './survey-generation.ts'
import { type BlockPlaces, blockLines, blockTimes } from './survey-places.ts'
import type { Extent, Timeline } from './timeline.ts'
import type { ViewTally } from './view-tally.ts'

/** What is known of one generation, with the places of its blocks in the log. */
export interface SurveyPart {
  readonly survey: GenerationSurvey
  readonly places: BlockPlaces
}

/** The parts by time. A generation without times lies where the one after it begins. */
export function partsByTime(
  surveys: readonly GenerationSurvey[],
  { last }: TimeEdges,
): readonly SurveyPart[] {
  let next = last
  const parts = surveys.toReversed().map((survey) => {
    const places = blockTimes(survey.blocks, next)
    next = places.from[0] ?? next
    return { survey, places }
  })
  return parts.toReversed()
}

/**
 * The parts by the numbers of their lines. A generation that was left and come back to has several
 * runs: all its lines follow those of its first one here.
 */
export function partsByLine(
  surveys: readonly GenerationSurvey[],
  { entries }: Timeline,
  first: number,
): readonly SurveyPart[] {
  let next = first
  return surveys.map((survey) => {
    const run = entries.find(
      (entry): entry is Extent => entry.kind === 'extent' && entry.generation === survey.generation,
    )
    const places = blockLines(survey.blocks, run?.firstLine ?? next)
    next = places.to.at(-1) ?? next
    return { survey, places }
  })
}

/** Adds the lines of a part, each block spread evenly over its place. */
export function addBlocks(sum: HistogramSum, { survey: { blocks }, places }: SurveyPart): void {
  for (let at = 0; at < blocks.count; at++) {
    for (let level = 0; level < LEVELS.length; level++) {
      sum.add(places.from[at] ?? 0, places.to[at] ?? 0, level, blocks.level(at, level))
    }
  }
}

/** Adds the rows of a view, which are known per block of each run, in the places of the blocks. */
export function addRows(
  sum: HistogramSum,
  parts: readonly SurveyPart[],
  tally: ViewTally<Extent>,
): void {
  for (const counted of tally.runs) {
    const part = parts.find(({ survey }) => survey.generation === counted.run.generation)
    if (part === undefined) continue
    const { blocks } = part.survey
    const first = blockOf(counted.from)
    for (let block = first; block < first + counted.cells; block++) {
      const at = block - blocks.first
      // The view may have come farther than the survey.
      if (at >= blocks.count) break
      const [from, to] = [part.places.from[at] ?? 0, part.places.to[at] ?? 0]
      const { levels } = counted
      if (levels === null) {
        const rows = tally.rowOfBlock(counted, block + 1) - tally.rowOfBlock(counted, block)
        sum.add(from, to, NO_LEVEL, rows)
        continue
      }
      for (let level = 0; level < LEVELS.length; level++) {
        sum.add(from, to, level, levels.at(block - first, level))
      }
    }
  }
}

/** Where no levels are counted all rows are added as one. */
const NO_LEVEL = LEVELS.length - 1
