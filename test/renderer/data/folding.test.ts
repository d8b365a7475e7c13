import { appendFile } from 'node:fs/promises'
import { expect, it, vi } from 'vitest'
import { EMPTY_LIST } from '../../../src/renderer/list/list-model.ts'
import { modelOf } from '../../../src/renderer/list/model-of.ts'
import { RowsOfLog } from '../../../src/renderer/list/rows-of-log.ts'
import { foldedSession } from '../../support/folded-session.ts'

// Each test starts a server with its threads: on a busy machine that alone takes seconds.
vi.setConfig({ testTimeout: 120_000 })

it('folds all entries to their first lines, and shows every line again', async () => {
  const live = await foldedSession()
  live.folding.toggleAll(live.log)
  await live.shows(['0', '1 +2', '4', '5 +3'])
  live.folding.toggleAll(live.log)
  await live.shows(['0', '1', '2', '3', '4', '5', '6', '7', '8'])
  expect(live.session.getState().views.size).toBe(0)
})

it('unfolds one entry, by any of its lines, and folds it again', async () => {
  const live = await foldedSession()
  live.folding.toggleAll(live.log)
  await live.shows(['0', '1 +2', '4', '5 +3'])
  expect(await live.folding.toggleAt(live.log, 1)).toBe('done')
  await live.shows(['0', '1 -2', '2', '3', '4', '5 +3'])
  expect(await live.folding.toggleAt(live.log, 5)).toBe('done')
  await live.shows(['0', '1 -2', '2', '3', '4', '5 -3', '6', '7', '8'])
  expect(await live.folding.toggleAt(live.log, 3)).toBe('done')
  await live.shows(['0', '1 +2', '4', '5 -3', '6', '7', '8'])
})

it('folds one entry among all lines', async () => {
  const live = await foldedSession()
  expect(await live.folding.toggleAt(live.log, 3)).toBe('done')
  expect(live.fold()?.kind).toBe('lines')
  await live.shows(['0', '1 +2', '4', '5', '6', '7', '8'])
  expect(await live.folding.toggleAt(live.log, 1)).toBe('done')
  expect(live.fold()).toBeUndefined()
  expect(live.session.getState().views.size).toBe(0)
})

it('takes in what is still added to the last entry, unfolded or not', async () => {
  const live = await foldedSession()
  live.folding.toggleAll(live.log)
  await live.shows(['0', '1 +2', '4', '5 +3'])
  await appendFile(live.path, '    and yet more\n')
  await live.shows(['0', '1 +2', '4', '5 +4'])
  await live.folding.toggleAt(live.log, 5)
  await appendFile(live.path, '    and the last\n')
  await live.shows(['0', '1 +2', '4', '5 -5', '6', '7', '8', '9', '10'])
  await appendFile(live.path, '2026-01-01T00:00:05Z INFO next\n')
  await live.shows(['0', '1 +2', '4', '5 -5', '6', '7', '8', '9', '10', '11'])
})

it('forgets what was unfolded when the log is read in another encoding', async () => {
  const live = await foldedSession()
  const { session, log, folding } = live
  folding.toggleAll(log)
  await live.shows(['0', '1 +2', '4', '5 +3'])
  await folding.toggleAt(log, 1)
  await session.setEncoding(log, 'windows-1252')
  await live.shows(['0', '1 +2', '4', '5 +3'])
})

it('folds all entries after one was folded', async () => {
  const live = await foldedSession()
  await live.folding.toggleAt(live.log, 1)
  await live.shows(['0', '1 +2', '4', '5', '6', '7', '8'])
  expect(await live.folding.toggleAll(live.log)).toBe('done')
  await live.shows(['0', '1 +2', '4', '5 +3'])
})

it('tells of a line the row of its entry, or its own where that is unfolded', async () => {
  const live = await foldedSession()
  const { session, log, folding } = live
  folding.toggleAll(log)
  await live.shows(['0', '1 +2', '4', '5 +3'])
  await folding.toggleAt(log, 1)
  const rows = new RowsOfLog(session, modelOf(session.getState(), EMPTY_LIST), true)
  const places = await Promise.all([0, 1, 2, 3, 4, 5, 7, 8].map((line) => rows.source.rowOf(line)))
  expect(places).toEqual([0, 1, 2, 3, 4, 5, 5, 5])
  expect((await rows.source.read(0, 6))?.map(({ line }) => line)).toEqual([0, 1, 2, 3, 4, 5])
  rows.close()
})
