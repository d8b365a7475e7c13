import process from 'node:process'
import { type Bar, barCell } from '../bar.ts'
import { bundleProgram } from '../bundle-program.ts'
import { checkEqual } from '../check-equal.ts'
import { DATA_KINDS } from '../data/block.ts'
import type { DataFile } from '../data/data-sets.ts'
import { formatSize } from '../format-size.ts'
import { type Contender, inTurn } from '../in-turn.ts'
import { type LogHost, startLogHost } from '../log-host-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'
import { type LineCounter, lineCounter } from '../tools/line-counter.ts'
import { runTool } from '../tools/run-tool.ts'

const DEFAULT_BYTES = 2 ** 30
const ROUNDS = 7

/** A log with hardly an index, for what a process holds besides. */
const BASE_BYTES = 4 * 2 ** 20

const WHOLE_BAR: Bar = { sense: 'at most', value: 1.2 }
const INSIDE_BAR: Bar = { sense: 'at most', value: 0.9 }
const MEMORY_BAR: Bar = { sense: 'at most', value: 0.02 }

/** Counting and indexing the lines of a file, beside `wc -l` and whoever else does it. */
export async function indexLines(setting: SuiteSetting): Promise<SuiteResult> {
  const { folder, signal, data, size } = setting
  const bytes = size ?? DEFAULT_BYTES
  const program = await bundleProgram('index-file', folder)
  const host = await startLogHost(await bundleProgram('log-host', folder), signal)
  const rows: string[][] = []
  const figures: Record<string, number> = {}
  try {
    for (const kind of DATA_KINDS) {
      const base = await data.get(kind, BASE_BYTES, signal)
      const file = await data.get(kind, bytes, signal)
      const measured = await measure(file, program, host, setting)
      for (const { name, ms, bar } of measured.sides) {
        const ratio = ms / measured.wc
        rows.push([
          `${kind}: ${name}`,
          Number.isNaN(ms) ? 'not installed' : ms.toFixed(0),
          Number.isNaN(ms) ? '' : ratio.toFixed(2),
          bar === null ? '' : barCell(ratio, bar),
        ])
      }
      const held =
        (await arrayBytes(program, file, signal)) - (await arrayBytes(program, base, signal))
      const perLine = held / (file.layout.lines - base.layout.lines)
      rows.push([
        `${kind}: index, bytes a line`,
        '',
        perLine.toFixed(4),
        kind === 'plain' ? barCell(perLine, MEMORY_BAR) : '',
      ])
      figures[`index.${kind}.wc.ms`] = measured.wc
      figures[`index.${kind}.whole.ratio`] = measured.whole / measured.wc
      figures[`index.${kind}.inside.ratio`] = measured.inside / measured.wc
      figures[`index.${kind}.bytesPerLine`] = perLine
    }
  } finally {
    await host.close()
  }
  return {
    title: `Indexing ${formatSize(bytes)}`,
    method: `Each data set has ${formatSize(bytes)} in the page cache. Whole processes from start to end (viewers until they have all lines), and Rastro's logs inside a process that runs already, from opening the file to the last line counted; median of ${ROUNDS} rounds in turn (viewers, which take a hundred times as long: once), every count compared with that of \`wc -l\`. Memory: what the arrays of a process with the index hold more than with that of ${formatSize(BASE_BYTES)}.`,
    columns: ['', 'ms', 'ratio to `wc -l`', 'bar'],
    rows,
    figures,
  }
}

/** What the arrays of a process hold that has indexed the file, in bytes. */
async function arrayBytes(program: string, { path }: DataFile, signal: AbortSignal) {
  const args = ['--expose-gc', program, path]
  const { output } = await runTool({ path: process.execPath, args }, signal)
  return Number(output.split('\n')[1])
}

interface Side {
  readonly name: string
  /** NaN for what is not installed. */
  readonly ms: number
  readonly bar: Bar | null
}

async function measure(
  { path, layout }: DataFile,
  program: string,
  host: LogHost,
  { folder, signal }: SuiteSetting,
) {
  const counts = new Map<string, number>()
  const counting = (counter: LineCounter): Contender[] => {
    const { name, count } = counter
    if (count === null) return []
    const run = async (): Promise<number> => {
      const { ms, lines } = await count(path, signal)
      counts.set(name, lines)
      return ms
    }
    return [{ name, run }]
  }
  const whole: Contender = {
    name: 'Rastro, whole process',
    run: async () => {
      const { ms, output } = await runTool(
        { path: process.execPath, args: [program, path] },
        signal,
      )
      checkEqual('Lines by Rastro, whole process', Number(output), layout.lines)
      return ms
    },
  }
  const inside: Contender = {
    name: 'Rastro, inside the server',
    run: async () => {
      const answer = await host.ask({ kind: 'index', path, bytes: layout.bytes })
      checkEqual('Lines by Rastro, inside the server', answer.lines, layout.lines)
      await host.ask({ kind: 'close' })
      return answer.ms
    },
  }
  const peers = (['wc', 'grep', 'rg'] as const).map((tool) => lineCounter(tool, folder))
  const viewers = (['lnav', 'glogg', 'klogg'] as const).map((tool) => lineCounter(tool, folder))
  const fast = [
    ...peers.slice(0, 1).flatMap(counting),
    whole,
    inside,
    ...peers.slice(1).flatMap(counting),
  ]
  const slow = viewers.flatMap(counting)
  const fastMs = await inTurn(fast, ROUNDS)
  const slowMs: number[] = []
  for (const { run } of slow) slowMs.push(await run())
  checkEqual('Lines of the data set', layout.lines, counts.get('`wc -l`') ?? Number.NaN)
  const msOf = (name: string): number => {
    const at = [...fast, ...slow].findIndex((each) => each.name === name)
    return [...fastMs, ...slowMs][at] ?? Number.NaN
  }
  const sides: Side[] = [
    { name: '`wc -l`', ms: msOf('`wc -l`'), bar: null },
    { name: whole.name, ms: msOf(whole.name), bar: WHOLE_BAR },
    { name: inside.name, ms: msOf(inside.name), bar: INSIDE_BAR },
    ...[...peers.slice(1), ...viewers].map(({ name }) => ({
      name: `${name}${otherCount(counts.get(name), layout.lines)}`,
      ms: msOf(name),
      bar: null,
    })),
  ]
  return {
    sides,
    wc: msOf('`wc -l`'),
    whole: msOf(whole.name),
    inside: msOf(inside.name),
  }
}

/** A viewer may take lines apart that are too long for it: that is said beside its name. */
function otherCount(counted: number | undefined, lines: number): string {
  return counted === undefined || counted === lines ? '' : ` (counts ${counted} lines)`
}
