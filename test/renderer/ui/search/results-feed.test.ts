import { expect, it, onTestFinished, vi } from 'vitest'
import type { RowSource } from '../../../../src/renderer/data/row-source.ts'
import { EMPTY_LIST, type ListModel } from '../../../../src/renderer/list/list-model.ts'
import type { ReadingPlace } from '../../../../src/renderer/list/reading-place.ts'
import {
  ResultsFeed,
  type ResultsFeedOptions,
} from '../../../../src/renderer/ui/search/results-feed.ts'
import type { ViewId } from '../../../../src/shared/views.ts'
import { liveSession } from '../../../support/live-session.ts'
import { text, wanted } from '../../../support/wanted.ts'

// Each test starts a server with its threads: on a busy machine that alone takes seconds.
vi.setConfig({ testTimeout: 120_000 })
const WAIT = 60_000

/** Line N says "line N", and every hundredth one "found" too. */
const CONTENT = Array.from(
  { length: 2000 },
  (_, at) => `line ${at}${at % 100 === 0 ? ' found' : ''}\n`,
).join('')

/** What a list is told: the rows it would draw, and where it stands. */
class DrawnList {
  texts: readonly string[] = []
  /** Each first text that was drawn, one after the other. */
  readonly history: (string | null)[] = []
  place: ReadingPlace = { kind: 'row', row: 0, line: null, y: 0, active: false }
  #rows: RowSource | null = null
  #model: ListModel = EMPTY_LIST

  get readingPlace(): ReadingPlace {
    return this.place
  }

  setRows(rows: RowSource, model: ListModel): void {
    this.#rows = rows
    this.setModel(model)
  }

  setModel(model: ListModel): void {
    this.#model = model
    const { first, end } = this.#model
    const seen = Array.from({ length: Math.min(5, end - first) }, (_, at) => first + at)
    this.texts = seen.map((row) => this.#rows?.peek(row)?.text ?? '')
    const top = this.texts[0] ?? null
    if (this.history.at(-1) !== top) this.history.push(top)
  }

  placeRow(row: number, y: number, active: boolean): void {
    const line = this.#rows?.peek(row)?.line ?? null
    this.place = { kind: 'row', row, line, y, active }
  }

  scrollToStart(): void {
    this.placeRow(0, 0, false)
  }
}

async function fed() {
  const live = await liveSession(CONTENT)
  const { session, log } = live
  const list = new DrawnList()
  const empty: boolean[] = []
  const names: string[] = []
  const options: ResultsFeedOptions = {
    session,
    list,
    log,
    onDrawn: ({ query }) => names.push(query.all.at(-1)?.pattern ?? ''),
    onEmpty: (isEmpty) => empty.push(isEmpty),
  }
  const feed = new ResultsFeed(options)
  onTestFinished(() => feed.close())
  const search = async (pattern: string, replaces: ViewId | null): Promise<ViewId> => {
    const answer = await session.openView(log, { ...wanted([text(pattern)]), replaces })
    if (answer.kind !== 'opened') throw new Error('The search was refused.')
    feed.show(answer.view.id)
    return answer.view.id
  }
  const untilTop = (top: string | null) =>
    vi.waitFor(() => expect(list.texts[0] ?? null).toBe(top), { timeout: WAIT })
  return { ...live, list, empty, names, feed, search, untilTop }
}

it('keeps the rows of one search until those of the next are here', async () => {
  const { list, empty, search, untilTop } = await fed()
  const first = await search('found', null)
  await untilTop('line 0 found')
  const second = await search('line 1', first)
  // Its view is gone, and the next one has no rows here yet.
  expect(list.texts[0]).toBe('line 0 found')
  await untilTop('line 1')
  const third = await search('line 19', second)
  await untilTop('line 19')
  await search('nowhere', third)
  await untilTop(null)
  expect(list.history).toEqual(['line 0 found', 'line 1', 'line 19', null])
  expect(empty).toEqual([false, true])
})

it('names what is drawn, and only once it is drawn', async () => {
  const { names, search, untilTop } = await fed()
  const first = await search('found', null)
  await untilTop('line 0 found')
  await search('line 19', first)
  await untilTop('line 19')
  expect(names).toEqual(['found', 'line 19'])
})

it('shows nothing once nobody searches, and begins anew after it', async () => {
  const { list, empty, feed, search, untilTop } = await fed()
  await search('found', null)
  await untilTop('line 0 found')
  feed.clear()
  expect(list.texts).toEqual([])
  await search('line 19', null)
  await untilTop('line 19')
  expect(empty).toEqual([false, true, false])
  expect(list.history).toEqual(['line 0 found', null, 'line 19'])
})

it('begins another term at its first match', async () => {
  const { list, search, untilTop } = await fed()
  const first = await search('line 1', null)
  await untilTop('line 1')
  list.place = { kind: 'row', row: 300, line: 1300, y: 7, active: false }
  await search('line 15', first)
  await untilTop('line 15')
  expect(list.place).toMatchObject({ row: 0, y: 0 })
})

it('stays on its line when the same term is searched for again', async () => {
  const { session, log, list, search, untilTop } = await fed()
  const first = await search('found', null)
  await untilTop('line 0 found')
  list.place = { kind: 'row', row: 12, line: 1200, y: 7, active: true }
  // As when the server that had the view is gone.
  session.closeView(log, first)
  expect(list.texts[0]).toBe('line 0 found')
  const second = await search('found', null)
  expect(second).not.toBe(first)
  await vi.waitFor(
    () => expect(list.place).toEqual({ kind: 'row', row: 12, line: 1200, y: 7, active: true }),
    { timeout: WAIT },
  )
  expect(list.history).toEqual(['line 0 found'])
})
