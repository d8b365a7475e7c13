import { setTimeout as delay } from 'node:timers/promises'
import { LEVELS, levelOf } from '../../src/shared/level.ts'
import { type Bar, barCell } from '../bar.ts'
import { checkEqual } from '../check-equal.ts'
import { checkSameNumbers } from '../check-same-numbers.ts'
import type { DataLayout } from '../data/data-layout.ts'
import { formatSize } from '../format-size.ts'
import { inTurn } from '../in-turn.ts'
import { connectPage } from '../page-client.ts'
import { startRastro } from '../server-process.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'
import { lineCounter } from '../tools/line-counter.ts'

const DEFAULT_BYTES = 2 ** 30
const ROUNDS = 3
const BUCKETS = 200
/** How often the page would ask again while lines are still being counted, in ms. */
const ASK_AGAIN_MS = 5

const BAR: Bar = { sense: 'at most', value: 0.1 }

/** Levels and times of a whole log, beside the loading of lnav, which gathers both too. */
export async function histogram(setting: SuiteSetting): Promise<SuiteResult> {
  const { folder, signal, data, size } = setting
  const bytes = size ?? DEFAULT_BYTES
  const { path, layout } = await data.get('plain', bytes, signal)
  const expected = countLevels(layout)

  async function ours(): Promise<number> {
    // A new server each time: what it has gathered once it keeps.
    const server = await startRastro(path, signal)
    try {
      const page = await connectPage(server.url, signal)
      await page.logReaches((log) => log.bytes === layout.bytes && log.indexed === log.bytes)
      const start = performance.now()
      let answer = await page.histogram(BUCKETS)
      while (answer.surveyed < answer.total || answer.total < layout.bytes) {
        await delay(ASK_AGAIN_MS)
        answer = await page.histogram(BUCKETS)
      }
      const ms = performance.now() - start
      page.close()
      checkEqual('Buckets by time', Number(answer.by === 'time'), 1)
      const levels = LEVELS.map((_, level) =>
        answer.buckets.reduce((sum, bucket) => sum + (bucket.levels?.[level] ?? 0), 0),
      )
      checkSameNumbers(`Lines per level (${LEVELS.join(', ')})`, levels, expected)
      return ms
    } finally {
      await server.close()
    }
  }

  const lnav = lineCounter('lnav', folder)
  async function theirs(): Promise<number> {
    const counted = await lnav.count?.(path, signal)
    if (counted === undefined) return Number.NaN
    checkEqual('Lines by lnav', counted.lines, layout.lines)
    return counted.ms
  }

  const contenders = [
    { name: 'Rastro', run: ours },
    { name: lnav.name, run: theirs },
  ]
  const [own = Number.NaN, peer = Number.NaN] = await inTurn(contenders, ROUNDS)
  const ratio = own / peer
  return {
    title: `Histogram of ${formatSize(bytes)}`,
    method: `${layout.lines} plain lines in the page cache, in the built server, which has indexed them: from the first request over HTTP to the answer in ${BUCKETS} buckets of time that has every line, by level; the sums are compared with what was written. lnav: whole process until it has loaded all lines. Median of ${ROUNDS} rounds in turn.`,
    columns: ['', 'ms', 'ratio', 'bar'],
    rows: [
      ['Rastro', own.toFixed(0), ratio.toFixed(3), barCell(ratio, BAR)],
      [lnav.name, Number.isNaN(peer) ? 'not installed' : peer.toFixed(0), '1', ''],
    ],
    figures: { 'histogram.ms': own, 'histogram.lnav.ms': peer, 'histogram.ratio': ratio },
  }
}

/** Lines per level: every repetition of the block has the same. */
function countLevels(layout: DataLayout): number[] {
  const whole = Math.floor(layout.lines / layout.blockLines)
  const block = levelsOf(layout.texts(0, Math.min(layout.blockLines, layout.lines)))
  const rest = levelsOf(layout.texts(whole * layout.blockLines, layout.lines))
  return LEVELS.map((_, level) => whole * (block[level] ?? 0) + (rest[level] ?? 0))
}

function levelsOf(texts: readonly string[]): number[] {
  const counts = LEVELS.map(() => 0)
  for (const text of texts) {
    const level = LEVELS.indexOf(levelOf(text))
    counts[level] = (counts[level] ?? 0) + 1
  }
  return counts
}
