import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EventSource } from 'undici'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSession } from '../../../../src/renderer/data/create-session.ts'
import { filterStatus } from '../../../../src/renderer/ui/filters/filter-status.ts'
import { createFilterViews } from '../../../../src/renderer/ui/filters/filter-views.ts'
import { createFilters } from '../../../../src/renderer/ui/filters/filters.ts'
import { PATIENCE } from '../../../support/patience.ts'
import { startTestServer } from '../../../support/start-test-server.ts'
import { memoryKeeper } from './memory-keeper.ts'
import { textTerm } from './text-term.ts'

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

/** A page without its elements: a session with a real server, its filters and what became of them. */
async function open(content: string) {
  const { server, port, folder } = await startTestServer()
  const file = join(folder, 'app.log')
  await writeFile(file, content)
  const log = server.openFile(file)
  const session = createSession({
    baseUrl: `http://127.0.0.1:${port}/`,
    // The same standard, another implementation's declarations.
    EventSource: EventSource as unknown as typeof globalThis.EventSource,
  })
  onTestFinished(() => session.close())
  const filters = createFilters(() => session.getState().selected, memoryKeeper())
  const views = createFilterViews(session, filters, () => ({ kind: 'start' }))
  onTestFinished(() => views.close())
  session.start()
  await until(() => {
    const { selected, server: state } = session.getState()
    expect(selected).toBe(log)
    expect(state?.logs[0]?.end).toBe(content.split('\n').length - 1)
  })
  const status = () => filterStatus(session.getState(), log, filters.get(), views.get(log))
  const shown = () => session.getState().shown.get(log) ?? null
  return { file, log, session, filters, views, status, shown }
}

const CONTENT = 'one\ntwo\nthree\ntwo again\n'

describe('the filter of a log', () => {
  it('is shown, counts what it hides, and follows the log', async () => {
    const { file, filters, status, shown, session } = await open(CONTENT)
    expect(status()).toEqual({ kind: 'none' })
    filters.add({ mode: 'include', term: textTerm('two') })
    await until(() => expect(status()).toEqual({ kind: 'current', shown: 2, lines: 4 }))
    expect(session.getState().views.get(shown() ?? '')?.end).toBe(2)
    await appendFile(file, 'more\ntwo more\n')
    await until(() => expect(status()).toEqual({ kind: 'current', shown: 3, lines: 6 }))
  })

  it('is replaced when it changes, without showing all lines in between', async () => {
    const { filters, status, shown, session } = await open(CONTENT)
    filters.add({ mode: 'include', term: textTerm('two') })
    await until(() => expect(status()).toMatchObject({ kind: 'current', shown: 2 }))
    const before = shown()
    const seen = new Set<string | null>()
    const stop = session.watch(() => seen.add(shown()))
    filters.add({ mode: 'exclude', term: textTerm('again') })
    await until(() => expect(status()).toMatchObject({ kind: 'current', shown: 1 }))
    stop()
    expect(seen).not.toContain(null)
    expect(shown()).not.toBe(before)
    const known = () => [...session.getState().views.keys()]
    await vi.waitFor(() => expect(known()).toEqual([shown()]), PATIENCE)
  })

  it('comes back with the view that it had when it is switched on again', async () => {
    const { filters, shown } = await open(CONTENT)
    const id = filters.add({ mode: 'include', term: textTerm('two') }) ?? ''
    await until(() => expect(shown()).not.toBeNull())
    const before = shown()
    filters.toggle(id)
    expect(shown()).toBeNull()
    filters.toggle(id)
    expect(shown()).toBe(before)
  })

  it('keeps its view when only a highlight changes', async () => {
    const { filters, status, shown } = await open(CONTENT)
    filters.add({ mode: 'include', term: textTerm('two') })
    await until(() => expect(status()).toMatchObject({ kind: 'current' }))
    const before = shown()
    filters.add({ mode: 'highlight', term: textTerm('again') })
    expect(status()).toMatchObject({ kind: 'current' })
    expect(shown()).toBe(before)
  })

  it('is lifted and comes back at once', async () => {
    const { filters, status, shown } = await open(CONTENT)
    filters.add({ mode: 'include', term: textTerm('two') })
    await until(() => expect(status()).toMatchObject({ kind: 'current' }))
    const view = shown()
    filters.setLifted(true)
    expect(shown()).toBeNull()
    expect(status()).toEqual({ kind: 'lifted', hidden: 2 })
    filters.setLifted(false)
    expect(shown()).toBe(view)
  })

  it('shows all lines when a pattern has a mistake, says where, and filters once that is mended', async () => {
    const { filters, status, shown } = await open(CONTENT)
    filters.add({ mode: 'include', term: textTerm('two') })
    await until(() => expect(status()).toMatchObject({ kind: 'current' }))
    const term = { ...textTerm('a('), kind: 'regexp' as const }
    const id = filters.add({ mode: 'exclude', term }) ?? ''
    await until(() => {
      expect(status()).toMatchObject({ kind: 'invalid', query: { group: 'none', term: 0, at: 2 } })
    })
    expect(shown()).toBeNull()
    filters.change(id, { term: { ...term, pattern: 'ag' } })
    await until(() => expect(status()).toMatchObject({ kind: 'current', shown: 1 }))
    expect(shown()).not.toBeNull()
  })

  it('shows all lines when a pattern runs away', async () => {
    const { filters, status, shown } = await open(`${'a'.repeat(200)}!\nb\n`)
    filters.add({ mode: 'include', term: { ...textTerm('(a|aa)+$'), kind: 'regexp' } })
    await until(() => expect(status()).toEqual({ kind: 'failed', reason: 'runaway' }))
    await until(() => expect(shown()).toBeNull())
  })

  it('leaves nothing behind when it is cleared', async () => {
    const { filters, status, shown, session } = await open(CONTENT)
    filters.setLevels(['error'])
    await until(() => expect(status()).toEqual({ kind: 'current', shown: 0, lines: 4 }))
    filters.clear()
    expect(status()).toEqual({ kind: 'none' })
    expect(shown()).toBeNull()
    await until(() => expect(session.getState().views.size).toBe(0))
  })

  it('is asked for again when its view was closed by another', async () => {
    const { filters, status, shown, session, log } = await open(CONTENT)
    filters.add({ mode: 'include', term: textTerm('two') })
    await until(() => expect(status()).toMatchObject({ kind: 'current' }))
    const view = shown()
    // A second is to pass first: a view that is lost at once is not asked for in a circle.
    await until(() => {
      if (session.getState().views.has(view ?? '')) session.closeView(log, view ?? '')
      expect(shown()).not.toBe(view)
      expect(status()).toMatchObject({ kind: 'current', shown: 2 })
    })
  })
})
