import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bar, barCell } from '../bar.ts'
import { checkEqual } from '../check-equal.ts'
import { openBenchPage } from '../page/browser.ts'
import { naiveLines, openNaivePage } from '../page/naive-page.ts'
import { writeStamped } from '../page/stamped-lines.ts'
import { watched, watchPage } from '../page/watch-page.ts'
import { withReader } from '../page/with-reader.ts'
import { BURST_MS, writeFlow } from '../page/write-flow.ts'
import { parseSize } from '../parse-size.ts'
import { percentile } from '../percentile.ts'
import { startMinimal } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

/** 100 000 lines a second for ten seconds; the naive page, whose markup only grows, gets one. */
const LINES_PER_SECOND = 100_000
const FLOW_SECONDS = 10
const NAIVE_SECONDS = 1

/** One line each 50 ms, as a person sees them come. */
const STAMPED_LINES = 200
const STAMPED_INTERVAL_MS = 50

/** Lines gone to, all over the log. */
const JUMPS = 40
/** Each typed key by key into an empty field. */
const SEARCHED = ['ERROR', 'timeout', 'Gateway', 'worker'] as const
const TOGGLED = 'ERROR'
const TOGGLES = 30
/** Each is added to a log without filters, and taken away again: its search is over when it comes anew. */
const FILTERED = [
  'WARN',
  'timeout after',
  'OrderService',
  'bytes in',
  'worker-3',
  'Gateway',
  'sshd',
] as const
const FILTER_ROUNDS = 3

const DEFAULT_BYTES = parseSize('1GiB') ?? 0

const FRAME_BAR: Bar = { sense: 'at most', value: 33 }
const PAINT_BAR: Bar = { sense: 'at most', value: 50 }
const JUMP_BAR: Bar = { sense: 'at most', value: 50 }
const HIT_BAR: Bar = { sense: 'at most', value: 100 }
const TOGGLE_BAR: Bar = { sense: 'at most', value: 100 }

/** The page in Chromium, beside the page that one writes in ten minutes. */
export async function page(setting: SuiteSetting): Promise<SuiteResult> {
  const flow = await rastroFlow(setting)
  const naive = await naiveFlow(setting)
  const paints = await appendToPaint(setting)
  const large = await inLargeLog(setting)
  const p95 = (values: readonly number[]): number => percentile(values, 0.95)
  const row = (name: string, figure: number, digits: number, bar: Bar | null): string[] => [
    name,
    figure.toFixed(digits),
    bar === null ? '' : barCell(figure, bar),
  ]
  const rows = [
    row('frame p95 at 100 000 lines/s, ms', p95(flow.frames), 1, FRAME_BAR),
    row('the same in the naive page, ms', p95(naive.frames), 1, null),
    row('lines that the naive page shows after the same time, of 100', naive.share, 0, null),
    row('from append to paint, p50 ms', percentile(paints, 0.5), 1, null),
    row('from append to paint, p99 ms', percentile(paints, 0.99), 1, PAINT_BAR),
    row('from a key in the search field to hits, p95 ms', p95(large.hits), 1, HIT_BAR),
    row('go to any line, p95 ms', p95(large.jumps), 1, JUMP_BAR),
    row('a new filter to its rows, p95 ms', p95(large.filters), 1, TOGGLE_BAR),
    row('a filter on or off to its rows, p95 ms', p95(large.toggles), 1, TOGGLE_BAR),
  ]
  return {
    title: 'The page',
    method: `Chromium, headless, 1600 × 900, with the built server. Flow: ${LINES_PER_SECOND} lines/s in bursts of ${BURST_MS} ms for ${FLOW_SECONDS} s (the naive page, which appends markup for each event of the minimal SSE server: ${NAIVE_SECONDS} s), frames as \`requestAnimationFrame\` tells them; after it the page must count every line and show the last. Paint: ${STAMPED_LINES} lines ${STAMPED_INTERVAL_MS} ms apart, from the write to the task after the frame. Search, jumps and filters: a log of ${large.lines} lines, from the press of a key, two frames after the one before, to the task behind the frame that shows it. For comparison, by what is known of them: Dozzle keeps 400 rows, Logdy 1 000.`,
    columns: ['', 'figure', 'bar'],
    rows,
    figures: {
      'page.frame.p95': p95(flow.frames),
      'page.naive.frame.p95': p95(naive.frames),
      'page.paint.p50': percentile(paints, 0.5),
      'page.paint.p99': percentile(paints, 0.99),
      'page.hit.p95': p95(large.hits),
      'page.jump.p95': p95(large.jumps),
      'page.filter.p95': p95(large.filters),
      'page.toggle.p95': p95(large.toggles),
    },
  }
}

async function rastroFlow({
  folder,
  signal,
}: SuiteSetting): Promise<{ frames: readonly number[] }> {
  const path = join(folder, 'flow.log')
  await writeFile(path, 'first\n')
  return withReader(path, signal, async (reader) => {
    const lines = LINES_PER_SECOND * FLOW_SECONDS
    await watchPage(reader.page)
    await writeFlow(path, lines, LINES_PER_SECOND)
    const { frames } = await watched(reader.page)
    await reader.untilLines(lines + 1)
    checkEqual('Last line on the screen', await reader.lastNumber(), lines + 1)
    return { frames }
  })
}

async function naiveFlow({ folder, signal }: SuiteSetting) {
  const path = join(folder, 'naive.log')
  await writeFile(path, 'first\n')
  const server = await startMinimal(path, signal)
  const browser = await openBenchPage()
  try {
    await openNaivePage(browser.page, server.url)
    await watchPage(browser.page)
    const lines = LINES_PER_SECOND * NAIVE_SECONDS
    await writeFlow(path, lines, LINES_PER_SECOND)
    const shown = await naiveLines(browser.page)
    const { frames } = await watched(browser.page)
    return { frames, share: (shown / lines) * 100 }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function appendToPaint({ folder, signal }: SuiteSetting): Promise<readonly number[]> {
  const path = join(folder, 'paint.log')
  await writeFile(path, 'first\n')
  return withReader(path, signal, async (reader) => {
    await reader.untilLines(1)
    await watchPage(reader.page)
    await writeStamped(path, STAMPED_LINES, STAMPED_INTERVAL_MS)
    await reader.untilLines(STAMPED_LINES + 1)
    const { paints } = await watched(reader.page)
    checkEqual('Stamped lines that were painted', paints.length, STAMPED_LINES)
    return paints
  })
}

async function inLargeLog({ signal, data, size }: SuiteSetting) {
  const { path, layout } = await data.get('plain', size ?? DEFAULT_BYTES, signal)
  return withReader(path, signal, async (reader) => {
    await reader.untilLines(layout.lines)
    const jumps: number[] = []
    for (let jump = 1; jump <= JUMPS; jump++) {
      // Spread over the log by the golden ratio: never twice the same neighbourhood.
      const line = 1 + Math.floor(((jump * 0.618_033_988_7) % 1) * (layout.lines - 1))
      jumps.push(await reader.goTo(line))
    }
    const hits: number[] = []
    await reader.goTo(1)
    for (const text of SEARCHED) {
      for (const [typed, key] of [...text].entries()) {
        hits.push(await reader.typeInSearch(key, text.slice(0, typed)))
      }
      await reader.leaveSearch()
    }
    const filters: number[] = []
    for (let round = 0; round < FILTER_ROUNDS; round++) {
      for (const text of FILTERED) {
        filters.push(await reader.addFilter(text))
        await reader.removeFilter()
      }
    }
    const toggles: number[] = []
    await reader.addFilter(TOGGLED)
    for (let toggle = 0; toggle < TOGGLES; toggle++) toggles.push(await reader.toggleFilter())
    return { jumps, hits, filters, toggles, lines: layout.lines }
  })
}
