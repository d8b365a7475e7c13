import { expect, it, vi } from 'vitest'
import { foldedSession } from '../../support/folded-session.ts'
import { PATIENCE } from '../../support/patience.ts'
import { showFilter } from '../../support/show-filter.ts'
import { text, wanted } from '../../support/wanted.ts'

// Each test starts a server with its threads: on a busy machine that alone takes seconds.
vi.setConfig({ testTimeout: 120_000 })

it('folds what a filter shows, and follows the filter', async () => {
  const live = await foldedSession()
  const { session, log, folding } = live
  const filter = await showFilter(session, log, wanted([text('disk')]))
  folding.toggleAll(log)
  await live.shows(['5 +3'])
  session.showView(log, null)
  await live.shows(['0', '1 +2', '4', '5 +3'])
  session.showView(log, filter)
  await live.shows(['5 +3'])
  folding.toggleAll(log)
  await live.shows(['6'])
})

it('keeps entries unfolded that another filter shows too, and those that it hides for later', async () => {
  const live = await foldedSession()
  const { session, log, folding } = live
  folding.toggleAll(log)
  await live.shows(['0', '1 +2', '4', '5 +3'])
  await folding.toggleAt(log, 1)
  await folding.toggleAt(log, 5)
  await live.shows(['0', '1 -2', '2', '3', '4', '5 -3', '6', '7', '8'])
  const filter = await showFilter(session, log, wanted([text('disk')]))
  await live.shows(['5 -3', '6', '7', '8'])
  session.showView(log, null)
  await live.shows(['0', '1 -2', '2', '3', '4', '5 -3', '6', '7', '8'])
  await folding.toggleAt(log, 1)
  session.showView(log, filter)
  await live.shows(['5 -3', '6', '7', '8'])
  session.showView(log, null)
  await live.shows(['0', '1 +2', '4', '5 -3', '6', '7', '8'])
})

it('keeps single entries folded when the filter changes', async () => {
  const live = await foldedSession()
  const { session, log, folding } = live
  await folding.toggleAt(log, 6)
  await live.shows(['0', '1', '2', '3', '4', '5 +3'])
  const wish = wanted([], { levels: ['warn', 'error'], entries: true })
  const filter = await showFilter(session, log, wish)
  await live.shows(['1', '2', '3', '5 +3'])
  session.showView(log, null)
  await live.shows(['0', '1', '2', '3', '4', '5 +3'])
  await folding.toggleAt(log, 5)
  expect(live.fold()).toBeUndefined()
  await vi.waitFor(() => expect([...session.getState().views.keys()]).toEqual([filter]), PATIENCE)
})
