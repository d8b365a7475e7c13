import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BENCH_LINE_BYTES } from '../bench-line.ts'
import { type BenchClientOptions, startBenchClient } from '../client-process.ts'
import { LogWriter } from '../log-writer.ts'
import { median } from '../median.ts'
import { type BenchServer, startMinimal, startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

const ROUNDS = 3
const LINES = 200_000

type Start = (file: string, signal: AbortSignal) => Promise<BenchServer>

/** 200 000 lines written at once, until the client has the last of them. */
export async function throughput({ folder, signal }: SuiteSetting): Promise<SuiteResult> {
  const ours: number[] = []
  const minimal: number[] = []
  const piped: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const run = async (name: string, start: Start | null): Promise<number> => {
      const path = join(folder, `throughput-${name}-${round}.log`)
      const server = await start?.(path, signal)
      try {
        return await linesPerSecond(path, server?.stream ?? null, signal)
      } finally {
        await server?.close()
        await rm(path)
      }
    }
    ours.push(await run('rastro', startRastro))
    minimal.push(await run('minimal', startMinimal))
    piped.push(await run('tail', null))
  }
  const own = median(ours)
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    Math.round(median(values) / 1000).toString(),
    ((median(values) * BENCH_LINE_BYTES) / 1e6).toFixed(0),
    (own / median(values)).toFixed(2),
  ]
  return {
    title: '200 000 lines at full speed',
    method: `${(LINES * BENCH_LINE_BYTES) / 1e6} MB appended in 64 KiB writes; lines per second from the first write to the last line in the client, median of ${ROUNDS} rounds in turn; every line was checked, in order, before the figure counts. One event per line.`,
    columns: ['', 'k lines/s', 'MB/s', 'Rastro is times as fast'],
    rows: [
      row('Rastro, SSE', ours),
      row('`tail -F` and a minimal SSE server, same client', minimal),
      row('`tail -F`, pipe, no SSE', piped),
    ],
    figures: {
      'throughput.rastro': own,
      'throughput.minimal': median(minimal),
      'throughput.tail': median(piped),
      'throughput.ratio.minimal': own / median(minimal),
      'throughput.ratio.tail': own / median(piped),
    },
  }
}

async function linesPerSecond(
  path: string,
  stream: string | null,
  signal: AbortSignal,
): Promise<number> {
  const writer = new LogWriter(path)
  const from: BenchClientOptions['from'] = stream === null ? 'tail' : 'parser'
  const target = stream ?? path
  const client = startBenchClient({ from, target, connections: 1, lines: LINES, signal })
  try {
    await writer.warmUntil(client.ready)
    const start = writer.fullSpeed(LINES)
    const { lastAt } = await client.complete
    return LINES / (Number(lastAt - start) / 1e9)
  } finally {
    await client.close()
    writer.close()
  }
}
