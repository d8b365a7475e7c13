import { createClockText } from './clock-text.ts'
import { formatEvent, type LogFormat } from './format-event.ts'
import { drawEvent } from './log-event.ts'
import { createRandom } from './seeded-random.ts'

/**
 * Makes the generator's lines, without their endings, one a call; `at` is milliseconds since 1970.
 * The same seed and the same instants give the same lines. The lines of a stack trace come one after
 * the other. 0.3 (plain) to 0.8 (json) microseconds a line, so that high rates leave the CPU to readers.
 */
export function createLineContent(format: LogFormat, seed: number): (at: number) => string {
  const random = createRandom(seed)
  const clockText = createClockText()
  let pending: string[] = []
  return (at) => {
    if (pending.length === 0) {
      pending = formatEvent(drawEvent(random), format, clockText(at), random).reverse()
    }
    return pending.pop() ?? ''
  }
}
