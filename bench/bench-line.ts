/** Bytes of a line with its line feed: 200 000 of them are 25 MB. */
export const BENCH_LINE_BYTES = 125

const TEXT =
  ' INFO  [worker-7] com.example.orders.OrderService - accepted order, items=3 total=129.90'

/** A line with its number and the time when it was written (`process.hrtime`, the same for all processes). */
export function benchLine(number: number, writtenAt: bigint): string {
  return `${number} ${writtenAt}${TEXT}`.padEnd(BENCH_LINE_BYTES - 1, '.').concat('\n')
}

/** A line that is not counted: clients show by it that they are connected. */
export const WARM_LINE = 'warm-up\n'

/** Reads number and time of a line, null for a line that is not counted. Throws for a foreign line. */
export function readBenchLine(line: string): { number: number; writtenAt: bigint } | null {
  if (line === 'warm-up') return null
  const match = /^(\d+) (\d+) INFO/.exec(line)
  if (match?.[1] === undefined || match[2] === undefined || line.length !== BENCH_LINE_BYTES - 1) {
    throw new Error(`A line came out changed: ${JSON.stringify(line.slice(0, 200))}`)
  }
  return { number: Number(match[1]), writtenAt: BigInt(match[2]) }
}
