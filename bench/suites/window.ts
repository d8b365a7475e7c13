import { createRandom } from '../../src/server/generator/seeded-random.ts'
import { type Bar, barCell } from '../bar.ts'
import { bundleProgram } from '../bundle-program.ts'
import { checkSameTexts } from '../check-same-texts.ts'
import type { DataFile } from '../data/data-sets.ts'
import { formatSize } from '../format-size.ts'
import { largeSize } from '../large-size.ts'
import { startLogHost } from '../log-host-process.ts'
import { percentile } from '../percentile.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'
import { runTool } from '../tools/run-tool.ts'

const WINDOWS = 1000
/** Unmeasured ones before, in which the code gets warm. */
const WARM_WINDOWS = 100
const LINES = 100

const BAR: Bar = { sense: 'at most', value: 2 }

/** Windows of 100 lines anywhere in a large log. */
export async function windows({ folder, signal, data, size }: SuiteSetting): Promise<SuiteResult> {
  const bytes = await largeSize(size, folder)
  const file = await data.get('plain', bytes, signal)
  const { path, layout } = file
  const random = createRandom(1)
  const times: number[] = []
  const host = await startLogHost(await bundleProgram('log-host', folder), signal)
  try {
    await host.ask({ kind: 'index', path, bytes: layout.bytes })
    for (let window = -WARM_WINDOWS; window < WINDOWS; window++) {
      const from = random.below(Math.max(layout.lines - LINES, 1))
      const { ms, texts } = await host.ask({ kind: 'window', from, to: from + LINES })
      checkSameTexts(`Window at ${from}`, texts, layout.texts(from, from + LINES))
      if (window >= 0) times.push(ms)
    }
  } finally {
    await host.close()
  }
  const sedMs = await sed(file, signal)
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)]
  return {
    title: `Any ${LINES} lines of ${formatSize(bytes)}`,
    method: `${WINDOWS} windows of ${LINES} lines at random places of ${layout.lines} plain lines, page cache hot, in a process that has the inside of the server; each compared with what was written there. \`sed\` reads one such window in the middle, and what was written there is compared with what it prints.`,
    columns: ['', 'p50 ms', 'p99 ms', 'bar'],
    rows: [
      ['Rastro', p50.toFixed(2), p99.toFixed(2), `p99 ${barCell(p99, BAR)}`],
      ["`sed -n 'N,Mp;Mq'`, whole process, in the middle", sedMs.toFixed(0), '', ''],
    ],
    figures: {
      'window.bytes': bytes,
      'window.p50': p50,
      'window.p99': p99,
      'window.sed.ms': sedMs,
    },
  }
}

async function sed({ path, layout }: DataFile, signal: AbortSignal): Promise<number> {
  const from = Math.floor(layout.lines / 2)
  const to = Math.min(from + LINES, layout.lines)
  const chunks: Buffer[] = []
  const { ms } = await runTool(
    {
      path: 'sed',
      args: ['-n', `${from + 1},${to}p;${to}q`, path],
      onOutput: (chunk) => chunks.push(chunk),
    },
    signal,
  )
  const printed = Buffer.concat(chunks).toString().split('\n').slice(0, -1)
  checkSameTexts('What was written', layout.texts(from, to), printed)
  return ms
}
