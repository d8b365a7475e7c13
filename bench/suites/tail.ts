import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { type Bar, barCell } from '../bar.ts'
import { BENCH_LINE_BYTES } from '../bench-line.ts'
import { type BenchClientOptions, startBenchClient } from '../client-process.ts'
import { formatSize } from '../format-size.ts'
import { LogWriter } from '../log-writer.ts'
import { median } from '../median.ts'
import { parseSize } from '../parse-size.ts'
import { percentile } from '../percentile.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

/** 400 lines each, in rounds, so that both sides see the same machine. */
const LATENCY_ROUNDS = 4
const LINES_PER_ROUND = 100
/** A line each 8 ms: 125 lines a second, an application that is busy but not mad. */
const INTERVAL_MS = 8

const THROUGHPUT_ROUNDS = 5
const DEFAULT_BYTES = parseSize('1GB') ?? 0

const LATENCY_BAR: Bar = { sense: 'at most', value: 1 }
const THROUGHPUT_BAR: Bar = { sense: 'at least', value: 2 }

type From = BenchClientOptions['from']

/** Following a file, beside `tail -F` piped into the same program: how soon, and how much. */
export async function tail({ folder, signal, size }: SuiteSetting): Promise<SuiteResult> {
  const latencies: Record<'follower' | 'tail', number[]> = { follower: [], tail: [] }
  for (let round = 0; round < LATENCY_ROUNDS; round++) {
    for (const from of ['follower', 'tail'] as const) {
      const path = join(folder, `latency-${from}-${round}.log`)
      latencies[from].push(...(await latenciesOf(path, from, signal)))
      await rm(path)
    }
  }
  const bytes = size ?? DEFAULT_BYTES
  const lines = Math.ceil(bytes / BENCH_LINE_BYTES)
  const speeds: Record<'follower' | 'tail', number[]> = { follower: [], tail: [] }
  const writing: number[] = []
  for (let round = 0; round < THROUGHPUT_ROUNDS; round++) {
    for (const from of ['follower', 'tail'] as const) {
      const path = join(folder, `throughput-${from}-${round}.log`)
      const { total, written } = await secondsOf(path, `count-${from}`, lines, signal)
      speeds[from].push(bytes / 1e6 / total)
      writing.push(bytes / 1e6 / written)
      await rm(path)
    }
  }
  const at = (from: 'follower' | 'tail', part: number): number => percentile(latencies[from], part)
  const latencyRatio = at('follower', 0.5) / at('tail', 0.5)
  const speedRatio = median(speeds.follower) / median(speeds.tail)
  const row = (name: string, from: 'follower' | 'tail'): string[] => [
    name,
    ...[0.5, 0.95, 0.99].map((part) => at(from, part).toFixed(2)),
    median(speeds[from]).toFixed(0),
  ]
  return {
    title: 'Following, beside `tail -F`',
    method: `Latency: ${LATENCY_ROUNDS} rounds each, in turn, of ${LINES_PER_ROUND} lines at ${1000 / INTERVAL_MS} lines/s, milliseconds from the write in one process to the line parsed in another. Throughput: ${formatSize(bytes)} appended in 64 KiB writes, from the first write until all bytes and lines are counted in the other process, with the same code; median of ${THROUGHPUT_ROUNDS} rounds in turn. The writer alone, while it was followed, wrote ${median(writing).toFixed(0)} MB/s.`,
    columns: ['', 'p50 ms', 'p95 ms', 'p99 ms', 'MB/s'],
    rows: [
      row("Rastro's follower", 'follower'),
      row('`tail -F`, pipe', 'tail'),
      ['ratio', latencyRatio.toFixed(2), '', '', speedRatio.toFixed(2)],
      ['bar', barCell(latencyRatio, LATENCY_BAR), '', '', barCell(speedRatio, THROUGHPUT_BAR)],
    ],
    figures: {
      'tail.latency.rastro.p50': at('follower', 0.5),
      'tail.latency.rastro.p99': at('follower', 0.99),
      'tail.latency.tail.p50': at('tail', 0.5),
      'tail.latency.tail.p99': at('tail', 0.99),
      'tail.latency.ratio': latencyRatio,
      'tail.throughput.rastro.MBps': median(speeds.follower),
      'tail.throughput.tail.MBps': median(speeds.tail),
      'tail.throughput.writer.MBps': median(writing),
      'tail.throughput.ratio': speedRatio,
    },
  }
}

async function latenciesOf(
  path: string,
  from: From,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const writer = new LogWriter(path)
  const lines = LINES_PER_ROUND
  const client = startBenchClient({ from, target: path, connections: 1, lines, signal })
  try {
    await writer.warmUntil(client.ready)
    await writer.paced(lines, 1, INTERVAL_MS)
    return (await client.complete).latencies
  } finally {
    await client.close()
    writer.close()
  }
}

/** Seconds until the last byte was written, and until it was counted. */
async function secondsOf(path: string, from: From, lines: number, signal: AbortSignal) {
  const writer = new LogWriter(path)
  const client = startBenchClient({ from, target: path, connections: 1, lines, signal })
  try {
    await writer.warmUntil(client.ready)
    const start = writer.repeat(lines)
    const end = process.hrtime.bigint()
    const { lastAt } = await client.complete
    return { written: Number(end - start) / 1e9, total: Number(lastAt - start) / 1e9 }
  } finally {
    await client.close()
    writer.close()
  }
}
