import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { BENCH_LINE_BYTES } from '../bench-line.ts'
import { startBenchClient } from '../client-process.ts'
import { LogWriter } from '../log-writer.ts'
import { residentBytes } from '../process-usage.ts'
import { type BenchServer, startMinimal, startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

const READERS = 3
const LINES = 800_000

interface Memory {
  readonly before: number
  readonly most: number
}

/** Server memory while clients that never read are connected, beside one that reads everything. */
export async function stuckReaders({ folder, signal }: SuiteSetting): Promise<SuiteResult> {
  const ours = await measure(join(folder, 'stuck-rastro.log'), startRastro, signal)
  const theirs = await measure(join(folder, 'stuck-minimal.log'), startMinimal, signal)
  const mib = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)
  const row = (name: string, memory: Memory): string[] => [
    name,
    mib(memory.before),
    mib(memory.most),
    mib(memory.most - memory.before),
  ]
  return {
    title: 'Memory with three stuck readers',
    method: `${READERS} clients that never read, one that checks every line, while ${(LINES * BENCH_LINE_BYTES) / 1e6} MB are logged at full speed; resident memory of the server process; the most is the kernel's own mark.`,
    columns: ['', 'before MiB', 'most MiB', 'growth MiB'],
    rows: [row('Rastro', ours), row('`tail -F` and a minimal SSE server', theirs)],
    figures: {
      'stuck-readers.rastro.growthBytes': ours.most - ours.before,
      'stuck-readers.minimal.growthBytes': theirs.most - theirs.before,
    },
  }
}

async function measure(
  path: string,
  start: (file: string, signal: AbortSignal) => Promise<BenchServer>,
  signal: AbortSignal,
): Promise<Memory> {
  const writer = new LogWriter(path)
  const server = await start(path, signal)
  const stuck: IncomingMessage[] = []
  const client = startBenchClient({
    from: 'parser',
    target: server.stream,
    connections: 1,
    lines: LINES,
    signal,
  })
  try {
    await writer.warmUntil(client.ready)
    for (let opened = 0; opened < READERS; opened++) stuck.push(await openStuck(server.stream))
    const before = residentBytes(server.pid).now
    writer.fullSpeed(LINES)
    await client.complete
    return { before, most: residentBytes(server.pid).most }
  } finally {
    for (const answer of stuck) answer.destroy()
    await client.close()
    await server.close()
    writer.close()
  }
}

/** Takes the answer's head and then never reads: the kernel's buffers fill up, and then the server waits. */
function openStuck(stream: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(stream, { agent: false }, (answer) => {
      answer.pause()
      answer.on('error', () => undefined)
      resolve(answer)
    })
    request.on('error', reject)
  })
}
