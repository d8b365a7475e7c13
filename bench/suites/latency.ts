import { join } from 'node:path'
import { type BenchClientOptions, startBenchClient } from '../client-process.ts'
import { LogWriter } from '../log-writer.ts'
import { percentile } from '../percentile.ts'
import { type BenchServer, startMinimal, startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

const ROUNDS = 4
const LINES_PER_ROUND = 250
/** A line each 8 ms: 125 lines a second, an application that is busy but not mad. */
const INTERVAL_MS = 8

type Start = (file: string, signal: AbortSignal) => Promise<BenchServer>

const PARTS = [0.5, 0.95, 0.99] as const

/** From the write of a line to `onmessage`, beside `tail -F` piped into the same client. */
export async function latency({ folder, signal }: SuiteSetting): Promise<SuiteResult> {
  const ours: number[] = []
  const minimal: number[] = []
  const piped: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const path = join(folder, `latency-${round}.log`)
    const writer = new LogWriter(path)
    const through = async (start: Start): Promise<readonly number[]> => {
      const server = await start(path, signal)
      try {
        return await measure(writer, 'event-source', server.stream, signal)
      } finally {
        await server.close()
      }
    }
    ours.push(...(await through(startRastro)))
    minimal.push(...(await through(startMinimal)))
    piped.push(...(await measure(writer, 'tail', path, signal)))
    writer.close()
  }
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    ...PARTS.map((part) => percentile(values, part).toFixed(2)),
  ]
  const ratio = (peer: readonly number[], part: number): number =>
    percentile(ours, part) / percentile(peer, part)
  const ratios = (name: string, peer: readonly number[]): string[] => [
    name,
    ...PARTS.map((part) => ratio(peer, part).toFixed(2)),
  ]
  return {
    title: 'From the write to `onmessage`',
    method: `${ROUNDS} rounds each, in turn, of ${LINES_PER_ROUND} lines at ${1000 / INTERVAL_MS} lines/s; milliseconds from the write in one process to the handler in another (Node's EventSource; \`tail -F\` piped into the same program).`,
    columns: ['', 'p50 ms', 'p95 ms', 'p99 ms'],
    rows: [
      row('Rastro, EventSource', ours),
      row('`tail -F` and a minimal SSE server, EventSource', minimal),
      row('`tail -F`, pipe, no SSE', piped),
      ratios('ratio to the minimal SSE server', minimal),
      ratios('ratio to the pipe', piped),
    ],
    figures: {
      'latency.rastro.p50': percentile(ours, 0.5),
      'latency.rastro.p99': percentile(ours, 0.99),
      'latency.tail.p50': percentile(piped, 0.5),
      'latency.tail.p99': percentile(piped, 0.99),
      'latency.minimal.p50': percentile(minimal, 0.5),
      'latency.minimal.p99': percentile(minimal, 0.99),
      'latency.ratio.p50': ratio(piped, 0.5),
      'latency.ratio.p99': ratio(piped, 0.99),
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
