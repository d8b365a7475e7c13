import { median } from './median.ts'

/** One side of a comparison. */
export interface Contender {
  readonly name: string
  /** Does its work once, checks what came out, and answers the milliseconds that it took. */
  readonly run: () => Promise<number>
}

/**
 * Runs contenders in turn (A B A B …), so that whatever else the machine does hits each of them
 * alike; before that each once unmeasured, to warm up. Answers the median of each, in their order.
 */
export async function inTurn(contenders: readonly Contender[], rounds: number): Promise<number[]> {
  const times = contenders.map((): number[] => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const ms = await run()
      if (round >= 0) times[index]?.push(ms)
    }
  }
  return times.map((each) => median(each))
}
