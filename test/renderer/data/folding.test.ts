import { appendFile } from 'node:fs/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { Folding } from '../../../src/renderer/data/folding.ts'
import type { Fold } from '../../../src/renderer/data/page-state.ts'
import { EMPTY_LIST } from '../../../src/renderer/list/list-model.ts'
import { modelOf } from '../../../src/renderer/list/model-of.ts'
import { RowsOfLog } from '../../../src/renderer/list/rows-of-log.ts'
import { type LiveSession, liveSession } from '../../support/live-session.ts'
import { PATIENCE } from '../../support/patience.ts'
import { showFilter } from '../../support/show-filter.ts'
import { text, wanted } from '../../support/wanted.ts'

// Each test starts a server with its threads: on a busy machine that alone takes seconds.
vi.setConfig({ testTimeout: 120_000 })
const WAIT = 60_000

/** Entries of one, three, one and four lines: lines 0, 1 to 3, 4, 5 to 8. */
const CONTENT = `2026-01-01T00:00:01Z INFO started
2026-01-01T00:00:02Z ERROR failed
java.lang.IllegalStateException: no
    at a.b.C.d(C.java:1)
2026-01-01T00:00:03Z INFO went on
2026-01-01T00:00:04Z WARN slow
    because of the disk
    and of something
    and more
`

async function folded(content = CONTENT) {
  const live = await liveSession(content)
  const folding = new Folding(live.session)
  onTestFinished(() => folding.close())
  return { ...live, folding }
}

const foldOf = ({ session, log }: LiveSession): Fold | undefined =>
  session.getState().folds.get(log)

/** What the list shows now: line numbers, with the lines that are folded away behind. */
async function shown({ session }: LiveSession): Promise<string[]> {
  const model = modelOf(session.getState(), EMPTY_LIST)
  const rows = new RowsOfLog(session, model, true)
  try {
    rows.source.want(model.first, model.end)
    await vi.waitFor(() => {
      for (let row = model.first; row < model.end; row += 1) {
        expect(rows.source.peek(row)).toBeDefined()
      }
      // Not for long: these rows may be on their way out, and whoever waits asks again.
    }, 1000)
    return Array.from({ length: model.end - model.first }, (_, at) => {
      const row = rows.source.peek(model.first + at)
      const entry = row?.entry
      return `${row?.line}${entry === undefined ? '' : ` ${entry.open ? '-' : '+'}${entry.more}`}`
    })
  } finally {
    rows.close()
  }
}

async function untilShown(live: LiveSession, rows: readonly string[]): Promise<void> {
  await vi.waitFor(async () => expect(await shown(live)).toEqual(rows), { timeout: WAIT })
}

it('folds all entries to their first lines, and shows every line again', async () => {
  const live = await folded()
  live.folding.toggleAll(live.log)
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
  live.folding.toggleAll(live.log)
  await untilShown(live, ['0', '1', '2', '3', '4', '5', '6', '7', '8'])
  expect(live.session.getState().views.size).toBe(0)
})

it('unfolds one entry, by any of its lines, and folds it again', async () => {
  const live = await folded()
  live.folding.toggleAll(live.log)
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
  expect(await live.folding.toggleAt(live.log, 1)).toBe('done')
  await untilShown(live, ['0', '1 -2', '2', '3', '4', '5 +3'])
  expect(await live.folding.toggleAt(live.log, 5)).toBe('done')
  await untilShown(live, ['0', '1 -2', '2', '3', '4', '5 -3', '6', '7', '8'])
  expect(await live.folding.toggleAt(live.log, 3)).toBe('done')
  await untilShown(live, ['0', '1 +2', '4', '5 -3', '6', '7', '8'])
})

it('folds one entry among all lines', async () => {
  const live = await folded()
  expect(await live.folding.toggleAt(live.log, 3)).toBe('done')
  expect(foldOf(live)?.kind).toBe('lines')
  await untilShown(live, ['0', '1 +2', '4', '5', '6', '7', '8'])
  expect(await live.folding.toggleAt(live.log, 1)).toBe('done')
  expect(foldOf(live)).toBeUndefined()
  expect(live.session.getState().views.size).toBe(0)
})

it('says that there is nothing to fold in a single line', async () => {
  const live = await folded()
  expect(await live.folding.toggleAt(live.log, 0)).toBe('single')
  expect(foldOf(live)).toBeUndefined()
  expect(live.session.getState().views.size).toBe(0)
})

it('takes in what is still added to the last entry, unfolded or not', async () => {
  const live = await folded()
  live.folding.toggleAll(live.log)
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
  await appendFile(live.path, '    and yet more\n')
  await untilShown(live, ['0', '1 +2', '4', '5 +4'])
  await live.folding.toggleAt(live.log, 5)
  await appendFile(live.path, '    and the last\n')
  await untilShown(live, ['0', '1 +2', '4', '5 -5', '6', '7', '8', '9', '10'])
  await appendFile(live.path, '2026-01-01T00:00:05Z INFO next\n')
  await untilShown(live, ['0', '1 +2', '4', '5 -5', '6', '7', '8', '9', '10', '11'])
})

it('folds what a filter shows, and follows the filter', async () => {
  const live = await folded()
  const { session, log, folding } = live
  const filter = await showFilter(session, log, wanted([text('disk')]))
  folding.toggleAll(log)
  await untilShown(live, ['5 +3'])
  session.showView(log, null)
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
  session.showView(log, filter)
  await untilShown(live, ['5 +3'])
  folding.toggleAll(log)
  await untilShown(live, ['6'])
})

it('forgets what was unfolded when the log is read in another encoding', async () => {
  const live = await folded()
  const { session, log, folding } = live
  folding.toggleAll(log)
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
  await folding.toggleAt(log, 1)
  await session.setEncoding(log, 'windows-1252')
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
})

it('keeps entries unfolded that another filter shows too, and those that it hides for later', async () => {
  const live = await folded()
  const { session, log, folding } = live
  folding.toggleAll(log)
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
  await folding.toggleAt(log, 1)
  await folding.toggleAt(log, 5)
  await untilShown(live, ['0', '1 -2', '2', '3', '4', '5 -3', '6', '7', '8'])
  const filter = await showFilter(session, log, wanted([text('disk')]))
  await untilShown(live, ['5 -3', '6', '7', '8'])
  session.showView(log, null)
  await untilShown(live, ['0', '1 -2', '2', '3', '4', '5 -3', '6', '7', '8'])
  await folding.toggleAt(log, 1)
  session.showView(log, filter)
  await untilShown(live, ['5 -3', '6', '7', '8'])
  session.showView(log, null)
  await untilShown(live, ['0', '1 +2', '4', '5 -3', '6', '7', '8'])
})

it('keeps single entries folded when the filter changes', async () => {
  const live = await folded()
  const { session, log, folding } = live
  await folding.toggleAt(log, 6)
  await untilShown(live, ['0', '1', '2', '3', '4', '5 +3'])
  const wish = wanted([], { levels: ['warn', 'error'], entries: true })
  const filter = await showFilter(session, log, wish)
  await untilShown(live, ['1', '2', '3', '5 +3'])
  session.showView(log, null)
  await untilShown(live, ['0', '1', '2', '3', '4', '5 +3'])
  await folding.toggleAt(log, 5)
  expect(foldOf(live)).toBeUndefined()
  await vi.waitFor(() => expect([...session.getState().views.keys()]).toEqual([filter]), PATIENCE)
})

it('folds all entries after one was folded', async () => {
  const live = await folded()
  await live.folding.toggleAt(live.log, 1)
  await untilShown(live, ['0', '1 +2', '4', '5', '6', '7', '8'])
  expect(await live.folding.toggleAll(live.log)).toBe('done')
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
})

it.each([
  ['with times', (at: number) => `2026-01-01T00:00:${10 + at}Z INFO ${at}\n`],
  ['without', (at: number) => `plain ${at}\n`],
])('folds nothing where every line, %s, is an entry, and says so', async (_, line) => {
  const live = await folded(Array.from({ length: 50 }, (_line, at) => line(at)).join(''))
  expect(await live.folding.toggleAll(live.log)).toBe('single')
  expect(foldOf(live)).toBeUndefined()
  expect(live.session.getState().views.size).toBe(0)
})

it('folds nothing where a filter shows entries of one line only, and says so', async () => {
  const live = await folded()
  const { session, log, folding } = live
  await showFilter(session, log, wanted([text('INFO')]))
  expect(await folding.toggleAll(log)).toBe('single')
  expect(foldOf(live)).toBeUndefined()
})

/** An odd line is an entry that a filter shows, an even one an entry that it hides. */
function manyEntries(lines: number): string {
  return Array.from({ length: lines }, (_, at) => {
    const time = new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString()
    return `${time} ${at % 2 === 0 ? 'INFO' : 'WARN'} ${at}\n`
  }).join('')
}

async function filtered(content: string, term: string) {
  const live = await folded(content)
  const filter = await showFilter(live.session, live.log, wanted([text(term)]))
  return { ...live, filter }
}

it('folds nothing where a filter shows thousands of entries of one line each, and says so', async () => {
  const live = await filtered(manyEntries(5000), 'WARN')
  expect(await live.folding.toggleAll(live.log)).toBe('single')
  expect(foldOf(live)).toBeUndefined()
  expect([...live.session.getState().views.keys()]).toEqual([live.filter])
})

it('finds the one entry that folds behind thousands of others that a filter shows', async () => {
  const live = await filtered(`${manyEntries(4000)}    more\n${manyEntries(1000)}`, 'WARN')
  expect(await live.folding.toggleAll(live.log)).toBe('done')
  const fold = foldOf(live)
  expect(fold?.kind).toBe('heads')
  expect([...live.session.getState().views.keys()]).toEqual([live.filter, fold?.heads])
  await vi.waitFor(() => {
    expect(live.session.getState().views.get(fold?.heads ?? '')?.end).toBe(2500)
  }, WAIT)
})

it('tells that nothing folds under a filter of a log that grows meanwhile', async ({ signal }) => {
  const live = await filtered(manyEntries(5000), 'WARN')
  const answer = live.folding.toggleAll(live.log)
  let isTold = false
  const told = answer.finally(() => {
    isTold = true
  })
  while (!isTold && !signal.aborted) await appendFile(live.path, manyEntries(10))
  expect(await told).toBe('single')
  expect(foldOf(live)).toBeUndefined()
})

it('says that entries could not be folded when the server refuses it', async () => {
  const live = await folded()
  expect(await live.folding.toggleAll('no-such-log')).toBe('failed')
  expect(await live.folding.toggleAt('no-such-log', 0)).toBe('failed')
})

it('tells of a line the row of its entry, or its own where that is unfolded', async () => {
  const live = await folded()
  const { session, log, folding } = live
  folding.toggleAll(log)
  await untilShown(live, ['0', '1 +2', '4', '5 +3'])
  await folding.toggleAt(log, 1)
  const rows = new RowsOfLog(session, modelOf(session.getState(), EMPTY_LIST), true)
  const places = await Promise.all([0, 1, 2, 3, 4, 5, 7, 8].map((line) => rows.source.rowOf(line)))
  expect(places).toEqual([0, 1, 2, 3, 4, 5, 5, 5])
  expect((await rows.source.read(0, 6))?.map(({ line }) => line)).toEqual([0, 1, 2, 3, 4, 5])
  rows.close()
})
