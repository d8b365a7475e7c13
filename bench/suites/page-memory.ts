import { type Bar, barCell } from '../bar.ts'
import { FOLLOW_LINES_PER_SECOND, FOLLOW_SECONDS, memoryOfPage } from '../page/memory-of-page.ts'
import type { SuiteResult, SuiteSetting } from '../suite.ts'

const HEAP_BAR: Bar = { sense: 'at most', value: 100 }

/** What the page holds with a large log, and after minutes of following. */
export async function pageMemory(setting: SuiteSetting): Promise<SuiteResult> {
  const { largeMiB, followedMiB } = await memoryOfPage(setting)
  const minutes = FOLLOW_SECONDS / 60
  return {
    title: 'Memory of the page',
    method: `Chromium, headless, 1600 × 900, with the built server. What scripts hold after a collection: with a log of ten million lines, all over which one went, beside a page with an empty one; and after ${minutes} minutes of following ${FOLLOW_LINES_PER_SECOND} lines/s, beside the first minute.`,
    columns: ['', 'MiB', 'bar'],
    rows: [
      ['10 million lines over an empty page', largeMiB.toFixed(1), barCell(largeMiB, HEAP_BAR)],
      [`${minutes} minutes of following over the first`, followedMiB.toFixed(1), ''],
    ],
    figures: { 'page.heap.large.MiB': largeMiB, 'page.heap.followed.MiB': followedMiB },
  }
}
