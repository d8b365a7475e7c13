import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bar, barCell } from '../bar.ts'
import { bundleProgram } from '../bundle-program.ts'
import { checkEqual } from '../check-equal.ts'
import { checkSameTexts } from '../check-same-texts.ts'
import type { DataFile } from '../data/data-sets.ts'
import { formatSize } from '../format-size.ts'
import { inTurn } from '../in-turn.ts'
import { largeSize } from '../large-size.ts'
import { type LogHost, startLogHost } from '../log-host-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'
import { lineCounter } from '../tools/line-counter.ts'
import { runTool } from '../tools/run-tool.ts'

const ROUNDS = 5
/** Lines at each end of the log: a screen. */
const LINES = 60

const FIRST_SCREEN_BAR: Bar = { sense: 'at most', value: 10 }
const REOPEN_BAR: Bar = { sense: 'at most', value: 50 }

/** Opening a large log: its two ends before the index, its index, and both once more with the index kept. */
export async function open(setting: SuiteSetting): Promise<SuiteResult> {
  const { folder, signal, data } = setting
  const bytes = await largeSize(setting.size, folder)
  const file = await data.get('plain', bytes, signal)
  const small = await data.get('plain', 4 * 2 ** 20, signal)
  const program = await bundleProgram('log-host', folder)
  const [screen, ends] = await firstScreens(file, small, program, setting)
  const [whole, wc] = await indexes(file, program, setting)
  const reopened = await reopens(file, small, program, setting)
  const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0)
  return {
    title: `Opening ${formatSize(bytes)}`,
    method: `${file.layout.lines} plain lines in the page cache, opened in a process that has the inside of the server; median of ${ROUNDS} rounds in turn. First screen: from opening the file to its first and last ${LINES} lines, compared with what was written. Index and kept index: until every line is counted, compared with \`wc -l\`; the kept index is read by a process that never saw the log.`,
    columns: ['', 'ms', 'bar'],
    rows: [
      ['first screen', ms(screen), barCell(screen, FIRST_SCREEN_BAR)],
      [`\`head -n ${LINES}\` and \`tail -n ${LINES}\`, whole processes`, ms(ends), ''],
      ['index, whole', ms(whole), ''],
      ['`wc -l`', ms(wc), ''],
      [
        'kept index, whole',
        Number.isNaN(reopened) ? 'no index was kept' : ms(reopened),
        barCell(reopened, REOPEN_BAR),
      ],
    ],
    figures: {
      'open.bytes': bytes,
      'open.firstScreen.ms': screen,
      'open.headAndTail.ms': ends,
      'open.index.ms': whole,
      'open.wc.ms': wc,
      'open.index.ratio': whole / wc,
      'open.keptIndex.ms': reopened,
    },
  }
}

/** Times of the first screen and of head and tail. */
async function firstScreens(
  { path, layout }: DataFile,
  small: DataFile,
  program: string,
  { signal }: SuiteSetting,
): Promise<[number, number]> {
  const host = await startLogHost(program, signal)
  const expected = [
    ...layout.texts(0, LINES),
    ...layout.texts(Math.max(layout.lines - LINES, 0), layout.lines),
  ]
  const contenders = [
    {
      name: 'Rastro',
      run: async () => {
        const { ms, texts } = await host.ask({ kind: 'first-screen', path, lines: LINES })
        checkSameTexts('First screen', texts, expected)
        await host.ask({ kind: 'close' })
        return ms
      },
    },
    {
      name: 'head and tail',
      run: async () => {
        const head = await runTool({ path: 'head', args: ['-n', String(LINES), path] }, signal)
        const tail = await runTool({ path: 'tail', args: ['-n', String(LINES), path] }, signal)
        return head.ms + tail.ms
      },
    },
  ]
  try {
    await indexOnce(host, small)
    const [screen = Number.NaN, ends = Number.NaN] = await inTurn(contenders, ROUNDS)
    return [screen, ends]
  } finally {
    await host.close()
  }
}

/** Times of the whole index and of `wc -l`. */
async function indexes(
  file: DataFile,
  program: string,
  { folder, signal }: SuiteSetting,
): Promise<[number, number]> {
  const host = await startLogHost(program, signal)
  const wc = lineCounter('wc', folder)
  const contenders = [
    { name: 'Rastro', run: () => indexOnce(host, file) },
    {
      name: wc.name,
      run: async () => {
        const counted = await wc.count?.(file.path, signal)
        checkEqual('Lines of the data set', file.layout.lines, counted?.lines ?? Number.NaN)
        return counted?.ms ?? Number.NaN
      },
    },
  ]
  try {
    const [whole = Number.NaN, wcMs = Number.NaN] = await inTurn(contenders, ROUNDS)
    return [whole, wcMs]
  } finally {
    await host.close()
  }
}

/**
 * Time of opening with a kept index, each time in a new process that has opened another log before;
 * NaN when none was kept.
 */
async function reopens(
  file: DataFile,
  small: DataFile,
  program: string,
  { folder, signal }: SuiteSetting,
): Promise<number> {
  const cache = join(folder, 'cache')
  await mkdir(cache)
  const run = async (): Promise<number> => {
    const host = await startLogHost(program, signal, cache)
    try {
      await indexOnce(host, small)
      return await indexOnce(host, file)
    } finally {
      await host.close()
    }
  }
  // The unmeasured first round keeps the index.
  const [ms = Number.NaN] = await inTurn([{ name: 'Rastro', run }], ROUNDS)
  return (await readdir(cache)).length > 0 ? ms : Number.NaN
}

async function indexOnce(host: LogHost, { path, layout }: DataFile): Promise<number> {
  const { ms, lines } = await host.ask({ kind: 'index', path, bytes: layout.bytes })
  checkEqual('Lines by Rastro', lines, layout.lines)
  await host.ask({ kind: 'close' })
  return ms
}
