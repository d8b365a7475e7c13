import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Bar, barCell } from '../bar.ts'
import { checkEqual } from '../check-equal.ts'
import { formatSize } from '../format-size.ts'
import { largeSize } from '../large-size.ts'
import { connectPage, type PageClient } from '../page-client.ts'
import { type Memory, memoryOf, threadsOf } from '../process-usage.ts'
import { SEARCHES } from '../searches.ts'
import { type BenchServer, startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

/** A log that has all the buffers of a large one, and hardly an index. */
const SMALL_BYTES = 4 * 2 ** 20

/** A literal, one in any case, and an expression without a literal: both scanners and RegExp work. */
const OPEN_SEARCHES = [0, 3, 8].flatMap((index) => SEARCHES[index] ?? [])

/** Memory has settled when it changes by less than this between two looks so far apart. */
const SETTLED_BYTES = 2 ** 20
const LOOK_MS = 500
/** Looks until it is taken as it is. */
const MAX_LOOKS = 40

/** Threads that nobody needs end after 30 s. */
const MAX_REST_MS = 60_000

const SERVER_BAR: Bar = { sense: 'at most', value: 150 }
const INDEX_BAR: Bar = { sense: 'at most', value: 20 }

/** Memory of the built server: idle, with a large log, and with three searches on it. */
export async function memory(setting: SuiteSetting): Promise<SuiteResult> {
  const { folder, signal, data } = setting
  const bytes = await largeSize(setting.size, folder)
  const large = await data.get('plain', bytes, signal)
  const small = await data.get('plain', SMALL_BYTES, signal)
  const idle = await withServer(await emptyLog(folder), setting, (server) => settled(server.pid))
  const withSmall = await withServer(small, setting, (server) => settled(server.pid))
  const [indexed, searched, rested] = await withServer(large, setting, async (server, page) => {
    const before = await settled(server.pid)
    await openSearches(page)
    const after = await settled(server.pid)
    await fewerThreads(server.pid)
    return [before, after, await settled(server.pid)]
  })
  const growth = mib(indexed.resident) - mib(withSmall.resident)
  const row = (name: string, memory: Memory, bar: string): string[] => [
    name,
    mib(memory.resident).toFixed(0),
    mib(memory.proportional).toFixed(0),
    mib(memory.most).toFixed(0),
    bar,
  ]
  return {
    title: `Memory with a log of ${formatSize(bytes)}`,
    method: `The built server as a process of its own (\`rastro serve\`), one window's event stream connected, ${large.layout.lines} plain lines. Resident (VmRSS), the proportional share of it (PSS) and the most that ever was resident (VmHWM), once they have settled. Index: the growth from a log of ${formatSize(SMALL_BYTES)} to this one. The three searches (${OPEN_SEARCHES.map(({ name }) => name).join('; ')}) are current.`,
    columns: ['', 'resident MiB', 'PSS MiB', 'most MiB', 'bar'],
    rows: [
      row('an empty log', idle, ''),
      row(`a log of ${formatSize(SMALL_BYTES)}`, withSmall, ''),
      row(`a log of ${formatSize(bytes)}, indexed`, indexed, ''),
      ['growth by the index', growth.toFixed(1), '', '', barCell(growth, INDEX_BAR)],
      row('with three searches', searched, barCell(mib(searched.resident), SERVER_BAR)),
      row('with three searches, once their threads rest', rested, ''),
    ],
    figures: {
      'memory.bytes': bytes,
      'memory.idle.MiB': mib(idle.resident),
      'memory.small.MiB': mib(withSmall.resident),
      'memory.indexed.MiB': mib(indexed.resident),
      'memory.searched.MiB': mib(searched.resident),
      'memory.rested.MiB': mib(rested.resident),
      'memory.searched.pss.MiB': mib(searched.proportional),
      'memory.most.MiB': mib(searched.most),
      'memory.index.growth.MiB': growth,
    },
  }
}

interface LogFile {
  readonly path: string
  readonly layout: { readonly bytes: number; readonly lines: number }
}

function mib(bytes: number): number {
  return bytes / 2 ** 20
}

async function emptyLog(folder: string): Promise<LogFile> {
  const path = join(folder, 'empty.log')
  await writeFile(path, '')
  return { path, layout: { bytes: 0, lines: 0 } }
}

/** Does `work` with a server that has indexed a log. */
async function withServer<T>(
  { path, layout: { bytes, lines } }: LogFile,
  { signal }: SuiteSetting,
  work: (server: BenchServer, page: PageClient) => Promise<T>,
): Promise<T> {
  const server = await startRastro(path, signal)
  try {
    const page = await connectPage(server.url, signal)
    const log = await page.logReaches((state) => state.bytes === bytes && state.indexed === bytes)
    checkEqual('Lines by Rastro', log.end, lines)
    const result = await work(server, page)
    page.close()
    return result
  } finally {
    await server.close()
  }
}

async function openSearches(page: PageClient): Promise<void> {
  const views = await Promise.all(OPEN_SEARCHES.map(({ query }) => page.openView(query)))
  for (const { id } of views) {
    const { first, end } = await page.viewReaches(id, (view) => view.phase.kind === 'current')
    const middle = Math.floor((first + end) / 2)
    await page.viewRows(id, middle, middle + 100)
  }
}

/** The memory of a process when it does not change any more. */
async function settled(pid: number): Promise<Memory> {
  let last = memoryOf(pid)
  for (let look = 0; look < MAX_LOOKS; look++) {
    await delay(LOOK_MS)
    const now = memoryOf(pid)
    if (Math.abs(now.resident - last.resident) < SETTLED_BYTES) return now
    last = now
  }
  return last
}

/** Resolves when a process has ended some of its threads, or has not for long. */
async function fewerThreads(pid: number): Promise<void> {
  const before = threadsOf(pid)
  for (let waited = 0; waited < MAX_REST_MS && threadsOf(pid) >= before; waited += LOOK_MS) {
    await delay(LOOK_MS)
  }
}
