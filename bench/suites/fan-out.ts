import { join } from 'node:path'
import { startBenchClient } from '../client-process.ts'
import { LogWriter } from '../log-writer.ts'
import { percentile } from '../percentile.ts'
import { cpuMs } from '../process-usage.ts'
import { type BenchServer, startMinimal, startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

const CLIENTS = 100
const LINES = 2_000
/** 10 lines each 10 ms: 1 000 lines a second, 100 000 a second delivered. */
const LINES_PER_WRITE = 10
const INTERVAL_MS = 10

interface Measured {
  readonly seconds: number
  readonly cpu: number
  readonly latencies: readonly number[]
}

/** 100 clients that all get every line. */
export async function fanOut({ folder, signal }: SuiteSetting): Promise<SuiteResult> {
  const ours = await measure(join(folder, 'fan-out-rastro.log'), startRastro, signal)
  const theirs = await measure(join(folder, 'fan-out-minimal.log'), startMinimal, signal)
  const row = (name: string, measured: Measured): string[] => [
    name,
    measured.seconds.toFixed(2),
    Math.round(measured.cpu).toString(),
    percentile(measured.latencies, 0.5).toFixed(1),
    percentile(measured.latencies, 0.99).toFixed(1),
  ]
  const p99 = (measured: Measured): number => percentile(measured.latencies, 0.99)
  return {
    title: '100 clients',
    method: `${CLIENTS} clients × ${LINES} lines at ${(LINES_PER_WRITE / INTERVAL_MS) * 1000} lines/s: ${CLIENTS * LINES} events, each checked; seconds from the first write to the last line at the last client, CPU time of the server process alone.`,
    columns: ['', 'seconds', 'server CPU ms', 'p50 ms', 'p99 ms'],
    rows: [
      row('Rastro', ours),
      row('`tail -F` and a minimal SSE server', theirs),
      [
        'ratio',
        (ours.seconds / theirs.seconds).toFixed(2),
        (ours.cpu / theirs.cpu).toFixed(2),
        (percentile(ours.latencies, 0.5) / percentile(theirs.latencies, 0.5)).toFixed(2),
        (p99(ours) / p99(theirs)).toFixed(2),
      ],
    ],
    figures: {
      'fan-out.rastro.cpuMs': ours.cpu,
      'fan-out.minimal.cpuMs': theirs.cpu,
      'fan-out.rastro.p99': p99(ours),
      'fan-out.minimal.p99': p99(theirs),
    },
  }
}

async function measure(
  path: string,
  start: (file: string, signal: AbortSignal) => Promise<BenchServer>,
  signal: AbortSignal,
): Promise<Measured> {
  const writer = new LogWriter(path)
  const server = await start(path, signal)
  const client = startBenchClient({
    from: 'parser',
    target: server.stream,
    connections: CLIENTS,
    lines: LINES,
    signal,
  })
  try {
    await writer.warmUntil(client.ready)
    const cpuBefore = cpuMs(server.pid)
    const start = process.hrtime.bigint()
    await writer.paced(LINES, LINES_PER_WRITE, INTERVAL_MS)
    const { lastAt, latencies } = await client.complete
    return { seconds: Number(lastAt - start) / 1e9, cpu: cpuMs(server.pid) - cpuBefore, latencies }
  } finally {
    await client.close()
    await server.close()
    writer.close()
  }
}
