import { LEVELS, type Level } from '../../../shared/level.ts'
import type { Counts } from './merge-counts.ts'

/** What is told apart in a bar, from the bottom up: the gravest stand where they can be compared. */
export const LEVEL_GROUPS = ['error', 'warn', 'info', 'debug', 'none', 'all'] as const

/** `all` are the lines of a view, of which no levels are known. */
export type LevelGroup = (typeof LEVEL_GROUPS)[number]

const GROUP_OF: Readonly<Record<Level, LevelGroup>> = {
  fatal: 'error',
  error: 'error',
  warn: 'warn',
  info: 'info',
  debug: 'debug',
  trace: 'debug',
  none: 'none',
}

/** Whatever is not nothing can be seen, in pixels: one error among a million lines is what is looked for. */
const LEAST_PX = 1
const LEAST_ERROR_PX = 2

/** The lines of a bar per group, in the order of {@link LEVEL_GROUPS}. */
export function groupCounts({ lines, levels }: Counts): readonly number[] {
  const counts = LEVEL_GROUPS.map(() => 0)
  if (levels === null) counts[LEVEL_GROUPS.indexOf('all')] = lines
  else {
    for (const [at, level] of LEVELS.entries()) {
      const group = LEVEL_GROUPS.indexOf(GROUP_OF[level])
      counts[group] = (counts[group] ?? 0) + (levels[at] ?? 0)
    }
  }
  return counts
}

/**
 * The tops of a bar's parts above the ground, in pixels, in the order of `counts`: `most` lines are
 * `height` pixels. A part that is too low to be seen is made as high as it must be, at the cost of
 * what stands above it.
 */
export function stackTops(counts: readonly number[], most: number, height: number): number[] {
  let sum = 0
  let top = 0
  return counts.map((count, group) => {
    sum += count
    if (count > 0 && most > 0) {
      const least = LEVEL_GROUPS[group] === 'error' ? LEAST_ERROR_PX : LEAST_PX
      top = Math.min(height, Math.max(top + least, (sum / most) * height))
    }
    return top
  })
}
