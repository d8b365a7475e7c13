import { MAX_WINDOW_LINES } from '../../src/shared/protocol.ts'
import { barCell } from '../bar.ts'
import { checkEqual } from '../check-equal.ts'
import { checkSameNumbers } from '../check-same-numbers.ts'
import { formatSize } from '../format-size.ts'
import { inTurn } from '../in-turn.ts'
import { median } from '../median.ts'
import { connectPage, type PageClient } from '../page-client.ts'
import { type BenchSearch, SEARCHES } from '../searches.ts'
import { startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'
import { findTool } from '../tools/find-tool.ts'
import { matchedLines } from '../tools/matched-lines.ts'
import { runTool } from '../tools/run-tool.ts'

const DEFAULT_BYTES = 2 ** 30
const ROUNDS = 5

/** Searches as views over HTTP, beside `rg -c`. */
export async function search({ signal, data, size }: SuiteSetting): Promise<SuiteResult> {
  const bytes = size ?? DEFAULT_BYTES
  const { path, layout } = await data.get('plain', bytes, signal)
  const server = await startRastro(path, signal)
  const rows: string[][] = []
  const figures: Record<string, number> = {}
  try {
    const page = await connectPage(server.url, signal)
    await page.logReaches((log) => log.bytes === layout.bytes && log.indexed === log.bytes)
    for (const [index, each] of SEARCHES.entries()) {
      const measured = await measure(page, each, path, signal)
      const ratio = measured.all / measured.rg
      rows.push([
        each.name,
        String(measured.hits),
        measured.rg.toFixed(0),
        measured.first.toFixed(0),
        measured.all.toFixed(0),
        ratio.toFixed(2),
        barCell(ratio, each.bar),
        measured.readOut.toFixed(0),
      ])
      figures[`search.${index}.hits`] = measured.hits
      figures[`search.${index}.rg.ms`] = measured.rg
      figures[`search.${index}.first.ms`] = measured.first
      figures[`search.${index}.all.ms`] = measured.all
      figures[`search.${index}.ratio`] = ratio
      figures[`search.${index}.readOut.ms`] = measured.readOut
    }
    page.close()
  } finally {
    await server.close()
  }
  return {
    title: `Searching ${formatSize(bytes)}`,
    method: `${formatSize(bytes)} of plain lines (${layout.lines}) in the page cache and indexed, in the built server. From the request over HTTP to the events that tell the first hits, and that the view is current: every hit counted and any of them at hand; beside the whole process of \`rg -c\`; median of ${ROUNDS} rounds in turn. Outside of that the numbers of all lines found are read out through windows, and compared with those of \`rg -n\`.`,
    columns: [
      '',
      'hits',
      '`rg -c` ms',
      'first ms (≤ 100)',
      'all ms',
      'ratio',
      'bar',
      'read out ms',
    ],
    rows,
    figures,
  }
}

async function measure(page: PageClient, each: BenchSearch, path: string, signal: AbortSignal) {
  const rg = findTool('rg')
  const grep = ['--no-config', ...each.rgArgs, path]
  const expected = rg === null ? null : await matchedLines(rg, ['-n', ...grep], signal)
  const firsts: number[] = []
  let hits = 0

  async function ours(): Promise<number> {
    const start = performance.now()
    const { id } = await page.openView(each.query)
    await page.viewReaches(id, (view) => view.end > view.first || view.phase.kind === 'current')
    firsts.push(performance.now() - start)
    const whole = await page.viewReaches(id, (view) => view.phase.kind === 'current')
    const ms = performance.now() - start
    hits = whole.end - whole.first
    if (expected !== null) checkEqual(`Hits of ${each.name}`, hits, expected.length)
    await page.closeView(id)
    return ms
  }

  async function theirs(): Promise<number> {
    if (rg === null) return Number.NaN
    const { ms, output } = await runTool({ path: rg, args: ['-c', ...grep] }, signal)
    checkEqual(`Hits of ${each.name} by rg`, Number(output), hits)
    return ms
  }

  const contenders = [
    { name: 'Rastro', run: ours },
    { name: 'rg', run: theirs },
  ]
  const [all = Number.NaN, rgMs = Number.NaN] = await inTurn(contenders, ROUNDS)
  const { numbers, ms } = await readOut(page, each)
  if (expected !== null) checkSameNumbers(`Lines of ${each.name}`, numbers, expected)
  return { hits, all, rg: rgMs, first: median(firsts.slice(1)), readOut: ms }
}

/** Reads the numbers of all lines found, window after window. */
async function readOut(page: PageClient, each: BenchSearch) {
  const { id } = await page.openView(each.query)
  const { first, end } = await page.viewReaches(id, (view) => view.phase.kind === 'current')
  const numbers: number[] = []
  const start = performance.now()
  for (let from: number = first; from < end; ) {
    const { rows } = await page.viewRows(id, from, Math.min(from + MAX_WINDOW_LINES, end))
    if (rows.length === 0) throw new Error(`${each.name}: row ${from} of ${end} cannot be read.`)
    for (const { line } of rows) numbers.push(line ?? Number.NaN)
    from += rows.length
  }
  const ms = performance.now() - start
  await page.closeView(id)
  return { numbers, ms }
}
