import { join } from 'node:path'
import { startBenchClient } from '../client-process.ts'
import { LogWriter } from '../log-writer.ts'
import { median } from '../median.ts'
import { percentile } from '../percentile.ts'
import { cpuMs } from '../process-usage.ts'
import { type BenchServer, startMinimal, startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

const ROUNDS = 3
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
  const ours: Measured[] = []
  const theirs: Measured[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await measure(join(folder, `rastro-${round}.log`), startRastro, signal))
    theirs.push(await measure(join(folder, `minimal-${round}.log`), startMinimal, signal))
  }
  const own = summary(ours)
  const peer = summary(theirs)
  const row = (name: string, { seconds, cpu, p50, p99 }: Summary): string[] => [
    name,
    seconds.toFixed(2),
    cpu.toFixed(0),
    p50.toFixed(1),
    p99.toFixed(1),
  ]
  return {
    title: '100 clients',
    method: `${CLIENTS} clients × ${LINES} lines at ${(LINES_PER_WRITE / INTERVAL_MS) * 1000} lines/s: ${CLIENTS * LINES} events, each checked; seconds from the first write to the last line at the last client, CPU time of the server process alone, median of ${ROUNDS} rounds in turn.`,
    columns: ['', 'seconds', 'server CPU ms', 'p50 ms', 'p99 ms'],
    rows: [
      row('Rastro', own),
      row('`tail -F` and a minimal SSE server', peer),
      [
        'ratio',
        (own.seconds / peer.seconds).toFixed(2),
        (own.cpu / peer.cpu).toFixed(2),
        (own.p50 / peer.p50).toFixed(2),
        (own.p99 / peer.p99).toFixed(2),
      ],
    ],
    figures: {
      'fan-out.rastro.cpuMs': own.cpu,
      'fan-out.minimal.cpuMs': peer.cpu,
      'fan-out.rastro.p99': own.p99,
      'fan-out.minimal.p99': peer.p99,
    },
  }
}

interface Summary {
  readonly seconds: number
  readonly cpu: number
  readonly p50: number
  readonly p99: number
}

function summary(rounds: readonly Measured[]): Summary {
  return {
    seconds: median(rounds.map(({ seconds }) => seconds)),
    cpu: median(rounds.map(({ cpu }) => cpu)),
    p50: median(rounds.map(({ latencies }) => percentile(latencies, 0.5))),
    p99: median(rounds.map(({ latencies }) => percentile(latencies, 0.99))),
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
