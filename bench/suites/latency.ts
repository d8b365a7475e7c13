import { join } from 'node:path'
import { type BenchClientOptions, startBenchClient } from '../client-process.ts'
import { LogWriter } from '../log-writer.ts'
import { percentile } from '../percentile.ts'
import { startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

const ROUNDS = 4
const LINES_PER_ROUND = 250
/** A line each 8 ms: 125 lines a second, an application that is busy but not mad. */
const INTERVAL_MS = 8

const PARTS = [0.5, 0.95, 0.99] as const

/** From the write of a line to `onmessage`, beside `tail -F` piped into the same client. */
export async function latency({ folder, signal }: SuiteSetting): Promise<SuiteResult> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const path = join(folder, `latency-${round}.log`)
    const writer = new LogWriter(path)
    const server = await startRastro(path, signal)
    try {
      ours.push(...(await measure(writer, 'event-source', server.stream, signal)))
    } finally {
      await server.close()
    }
    theirs.push(...(await measure(writer, 'tail', path, signal)))
    writer.close()
  }
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    ...PARTS.map((part) => percentile(values, part).toFixed(2)),
  ]
  const ratio = (part: number): number => percentile(ours, part) / percentile(theirs, part)
  return {
    title: 'From the write to `onmessage`',
    method: `${ROUNDS} rounds each, in turn, of ${LINES_PER_ROUND} lines at ${1000 / INTERVAL_MS} lines/s; milliseconds from the write in one process to the handler in another (Node's EventSource; \`tail -F\` piped into the same program).`,
    columns: ['', 'p50 ms', 'p95 ms', 'p99 ms'],
    rows: [
      row('Rastro, EventSource', ours),
      row('`tail -F`, pipe', theirs),
      ['ratio', ...PARTS.map((part) => ratio(part).toFixed(2))],
    ],
    figures: {
      'latency.rastro.p50': percentile(ours, 0.5),
      'latency.rastro.p99': percentile(ours, 0.99),
      'latency.tail.p50': percentile(theirs, 0.5),
      'latency.tail.p99': percentile(theirs, 0.99),
      'latency.ratio.p50': ratio(0.5),
      'latency.ratio.p99': ratio(0.99),
    },
  }
}

async function measure(
  writer: LogWriter,
  from: BenchClientOptions['from'],
  target: string,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const client = startBenchClient({ from, target, connections: 1, lines: LINES_PER_ROUND, signal })
  try {
    await writer.warmUntil(client.ready)
    await writer.paced(LINES_PER_ROUND, 1, INTERVAL_MS)
    return (await client.complete).latencies
  } finally {
    await client.close()
  }
}
