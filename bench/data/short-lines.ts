import type { Random } from '../../src/server/generator/seeded-random.ts'
import type { LineMaker } from './data-line.ts'

/** Every so many lines one begins with the number of the block's repetition. */
const LINES_PER_COUNT = 16

const WORDS = ['ok', 'get', 'put', 'hit', 'miss', 'tick'] as const

/** Lines of some 12 bytes: what a loop prints. */
export function createShortLines(random: Random): LineMaker {
  let made = 0
  return () => {
    const text = ` ${random.pick(WORDS)} ${random.below(1000)}`
    const counted = made % LINES_PER_COUNT === 0
    made += 1
    return counted
      ? { stamp: 'count', text }
      : { stamp: null, text: `${random.below(1000)}${text}` }
  }
}
