import { appendFile } from 'node:fs/promises'
import { expect, it, vi } from 'vitest'
import { foldedSession } from '../../support/folded-session.ts'
import { PATIENCE } from '../../support/patience.ts'
import { showFilter } from '../../support/show-filter.ts'
import { text, wanted } from '../../support/wanted.ts'

// Each test starts a server with its threads: on a busy machine that alone takes seconds.
vi.setConfig({ testTimeout: 120_000 })

it('says that there is nothing to fold in a single line', async () => {
  const live = await foldedSession()
  expect(await live.folding.toggleAt(live.log, 0)).toBe('single')
  expect(live.fold()).toBeUndefined()
  expect(live.session.getState().views.size).toBe(0)
})

it.each([
  ['with times', (at: number) => `2026-01-01T00:00:${10 + at}Z INFO ${at}\n`],
  ['without', (at: number) => `plain ${at}\n`],
])('folds nothing where every line, %s, is an entry, and says so', async (_, line) => {
  const live = await foldedSession(Array.from({ length: 50 }, (_line, at) => line(at)).join(''))
  expect(await live.folding.toggleAll(live.log)).toBe('single')
  expect(live.fold()).toBeUndefined()
  expect(live.session.getState().views.size).toBe(0)
})

it('folds nothing where a filter shows entries of one line only, and says so', async () => {
  const live = await foldedSession()
  const { session, log, folding } = live
  await showFilter(session, log, wanted([text('INFO')]))
  expect(await folding.toggleAll(log)).toBe('single')
  expect(live.fold()).toBeUndefined()
})

it('says that entries could not be folded when the server refuses it', async () => {
  const live = await foldedSession()
  expect(await live.folding.toggleAll('no-such-log')).toBe('failed')
  expect(await live.folding.toggleAt('no-such-log', 0)).toBe('failed')
})

/** An odd line is an entry that a filter shows, an even one an entry that it hides. */
function manyEntries(lines: number): string {
  return Array.from({ length: lines }, (_, at) => {
    const time = new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString()
    return `${time} ${at % 2 === 0 ? 'INFO' : 'WARN'} ${at}\n`
  }).join('')
}

async function filtered(content: string, term: string) {
  const live = await foldedSession(content)
  const filter = await showFilter(live.session, live.log, wanted([text(term)]))
  return { ...live, filter }
}

it('folds nothing where a filter shows thousands of entries of one line each, and says so', async () => {
  const live = await filtered(manyEntries(5000), 'WARN')
  expect(await live.folding.toggleAll(live.log)).toBe('single')
  expect(live.fold()).toBeUndefined()
  expect([...live.session.getState().views.keys()]).toEqual([live.filter])
})

it('finds the one entry that folds behind thousands of others that a filter shows', async () => {
  const live = await filtered(`${manyEntries(4000)}    more\n${manyEntries(1000)}`, 'WARN')
  expect(await live.folding.toggleAll(live.log)).toBe('done')
  const fold = live.fold()
  expect(fold?.kind).toBe('heads')
  expect([...live.session.getState().views.keys()]).toEqual([live.filter, fold?.heads])
  await vi.waitFor(() => {
    expect(live.session.getState().views.get(fold?.heads ?? '')?.end).toBe(2500)
  }, PATIENCE)
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
  expect(live.fold()).toBeUndefined()
})
