import type { Random } from '../../src/server/generator/seeded-random.ts'
import type { LineMaker } from './data-line.ts'
import { createPlainLines } from './plain-lines.ts'

/** Bytes of a long line, about. */
const LONG_LINE_BYTES = 10_000_000

/** Ordinary lines between two long ones. */
const LINES_PER_LONG_LINE = 1000

/** What a long line repeats: a dump of this many bytes, different in each line. */
const PATTERN_BYTES = 65_536

/** Plain lines, and after every thousand of them one of 10 MB, as a program writes that dumps a body. */
export function createLongLines(random: Random): LineMaker {
  const plain = createPlainLines(random)
  let made = 0
  return (time) => {
    made += 1
    if (made % LINES_PER_LONG_LINE !== 0) return plain(time)
    const numbers = Array.from(
      { length: PATTERN_BYTES / 8 },
      () => 1_000_000 + random.below(9_000_000),
    )
    const pattern = `${numbers.join(',')},`
    const repeated = pattern.repeat(Math.ceil(LONG_LINE_BYTES / pattern.length))
    return {
      stamp: 'log4j',
      text: `:${time.minute}:${time.second},${time.milli} DEBUG dump [${repeated}0]`,
    }
  }
}
