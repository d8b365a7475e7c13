import { appendFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EventSource } from 'undici'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSession } from '../../../../src/renderer/data/create-session.ts'
import { Folding } from '../../../../src/renderer/data/folding.ts'
import { unfoldLine } from '../../../../src/renderer/ui/go-to/unfold-line.ts'
import type { WalkedList } from '../../../../src/renderer/ui/search/search-walker.ts'
import { createSearchWalker } from '../../../../src/renderer/ui/search/search-walker.ts'
import { createSearches } from '../../../../src/renderer/ui/search/searches.ts'
import { type LineNumber, lineNumber } from '../../../../src/shared/line-number.ts'
import { startTestServer } from '../../../support/start-test-server.ts'

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

/** A page without its elements: a session with a real server, its searches, and the line it shows. */
async function open(...contents: string[]) {
  const { server, port, folder } = await startTestServer()
  const paths = contents.map((_, at) => join(folder, `${at}.log`))
  await Promise.all(paths.map((path, at) => writeFile(path, contents[at] ?? '')))
  // One after the other: the server lists them in this order.
  const files = paths.map((file) => ({ file, log: server.openFile(file) }))
  const session = createSession({
    baseUrl: `http://127.0.0.1:${port}/`,
    // The same standard, another implementation's declarations.
    EventSource: EventSource as unknown as typeof globalThis.EventSource,
  })
  onTestFinished(() => session.close())
  session.start()
  await until(() => {
    const { server: state } = session.getState()
    expect(state?.logs.map(({ end }) => end)).toEqual(
      contents.map((content) => content.split('\n').length - 1),
    )
  })
  const first = files[0]
  if (first === undefined) throw new Error('A log is needed.')
  session.select(first.log)
  const searches = createSearches(session)
  const list: WalkedList & { activeLine: LineNumber | null } = {
    activeLine: null,
    visibleLines: null,
    moves: 0,
    async scrollToLine(line) {
      this.activeLine = line
    },
  }
  const folding = new Folding(session)
  onTestFinished(() => folding.close())
  const walker = createSearchWalker({
    session,
    searches,
    list: { get: () => list },
    reveal: (log, line) => unfoldLine({ session, folding }, log, line),
  })
  const view = () => {
    const { phase } = searches.get()
    const id = phase.kind === 'closed' ? null : phase.view
    return id === null ? null : (session.getState().views.get(id) ?? null)
  }
  const found = (end: number) =>
    until(() => {
      expect(searches.isSettled()).toBe(true)
      expect(view()).toMatchObject({ end, phase: { kind: 'current' } })
    })
  const step = async (by: 1 | -1) => {
    await walker.step(by)
    return { line: list.activeLine, wrapped: searches.get().visit?.wrapped ?? null }
  }
  return { session, searches, list, step, view, found, files, folding }
}

const LINES = Array.from({ length: 100 }, (_, at) => (at % 10 === 3 ? `ERROR ${at}` : `info ${at}`))
const CONTENT = `${LINES.join('\n')}\n`

describe('the search of a log', () => {
  it('finds what is typed, and what is typed next instead of it', async () => {
    const { searches, found, session, view } = await open(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    const before = view()?.id
    searches.change({ text: 'error 1' })
    await found(1)
    expect(session.getState().views.has(before ?? '')).toBe(false)
    searches.change({ matchCase: true })
    await found(0)
  })

  it('asks for the last of what was typed fast', async () => {
    const { searches, found, session } = await open(CONTENT)
    for (const text of ['e', 'er', 'err', 'erro', 'error', 'error 9']) searches.change({ text })
    await found(1)
    expect(session.getState().views.size).toBe(1)
  })

  it('goes on while the log grows, and through its rotation', async () => {
    const { searches, found, files } = await open(CONTENT)
    const file = files[0]?.file ?? ''
    searches.change({ text: 'error' })
    await found(10)
    await appendFile(file, 'ERROR late\nno\n')
    await found(11)
    await rename(file, `${file}.1`)
    await writeFile(file, 'ERROR new\n')
    await found(12)
  })

  it('says where a pattern has its mistake, and finds again when it has none', async () => {
    const { searches, found } = await open(CONTENT)
    searches.change({ kind: 'regexp', text: 'error \\d' })
    await found(10)
    searches.change({ text: 'error (\\d' })
    await until(() => {
      expect(searches.get().phase).toMatchObject({
        kind: 'refused',
        refusal: { kind: 'invalid', at: 9, message: 'Unterminated group' },
        view: expect.any(String),
      })
    })
    searches.change({ text: 'error (\\d)$' })
    await found(1)
  })

  it('says that a pattern ran away', async () => {
    const { searches, view } = await open(`${'a'.repeat(60)}!\n`)
    searches.change({ kind: 'regexp', text: '(a+)+$' })
    await until(() => expect(view()?.phase).toEqual({ kind: 'failed', reason: 'runaway' }))
  })

  it('looks in the lines of the filter that is shown, and in all again', async () => {
    const { searches, found, session, files } = await open(CONTENT)
    searches.change({ text: '3' })
    await found(19)
    const log = files[0]?.log ?? ''
    const term = { kind: 'text', pattern: 'info', matchCase: true, wholeWord: false } as const
    const query = { all: [term], any: [], none: [], entries: false }
    const answer = await session.openView(log, { query })
    if (answer.kind !== 'opened') throw new Error('The filter was refused.')
    session.showView(log, answer.view.id)
    await found(9)
    session.showView(log, null)
    await found(19)
  })

  it('is ended with what it found, and begun again', async () => {
    const { searches, found, view, files } = await open(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    searches.stop()
    await until(() => expect(view()?.phase).toEqual({ kind: 'stopped' }))
    await appendFile(files[0]?.file ?? '', 'ERROR late\n')
    searches.again()
    await found(11)
  })

  it('is closed, keeps what was typed, and goes on with it', async () => {
    const { searches, found, session } = await open(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    searches.close()
    expect(searches.get()).toMatchObject({ input: { text: 'error' }, phase: { kind: 'closed' } })
    expect(session.getState().views.size).toBe(0)
    searches.open()
    await found(10)
  })

  it('closes its view when everything typed is deleted', async () => {
    const { searches, found, session } = await open(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    searches.change({ text: '' })
    expect(session.getState().views.size).toBe(0)
    expect(searches.get().phase).toEqual({ kind: 'open', view: null })
  })

  it('opens its view again when others took its place', async () => {
    const { searches, found, session, files, view } = await open(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    const before = view()?.id ?? ''
    session.closeView(files[0]?.log ?? '', before)
    await until(() => expect(view()?.id).not.toBe(before))
    await found(10)
  })

  it('belongs to its log, and meant as the one before', async () => {
    const { searches, found, session, files } = await open(CONTENT, 'a\nb\nERROR c\n')
    searches.change({ text: 'error', matchCase: true })
    await found(0)
    session.select(files[1]?.log ?? '')
    expect(searches.get()).toMatchObject({ input: { text: '' }, phase: { kind: 'closed' } })
    searches.change({ text: 'ERROR' })
    await found(1)
    expect(searches.get().input.matchCase).toBe(true)
    session.select(files[0]?.log ?? '')
    expect(searches.get().input.text).toBe('error')
    await found(0)
  })
})

describe('a walk through the matches', () => {
  it('goes to the next and the one before, and round', async () => {
    const { searches, list, step } = await open(CONTENT)
    searches.change({ text: 'error' })
    expect(await step(1)).toEqual({ line: 3, wrapped: null })
    expect(await step(1)).toEqual({ line: 13, wrapped: null })
    expect(await step(-1)).toEqual({ line: 3, wrapped: null })
    expect(await step(-1)).toEqual({ line: 93, wrapped: 'last' })
    expect(await step(1)).toEqual({ line: 3, wrapped: 'first' })
    list.activeLine = lineNumber(50)
    expect(await step(1)).toEqual({ line: 53, wrapped: null })
    list.activeLine = lineNumber(43)
    expect(await step(1)).toEqual({ line: 53, wrapped: null })
    list.activeLine = lineNumber(50)
    expect(await step(-1)).toEqual({ line: 43, wrapped: null })
  })

  it('makes the steps that are asked for faster than they are made', async () => {
    const { searches, list, step } = await open(CONTENT)
    searches.change({ text: 'error' })
    await Promise.all([step(1), step(1), step(1), step(1)])
    await until(() => expect(list.activeLine).toBe(33))
  })

  it('goes on with a search that was closed', async () => {
    const { searches, found, step } = await open(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    searches.close()
    expect(await step(1)).toEqual({ line: 3, wrapped: null })
  })

  it('visits only lines that a filter shows', async () => {
    const { searches, session, files, step } = await open(CONTENT)
    const term = { kind: 'text', pattern: 'info', matchCase: true, wholeWord: false } as const
    const query = { all: [], any: [], none: [term], entries: false }
    const log = files[0]?.log ?? ''
    const answer = await session.openView(log, { query })
    if (answer.kind !== 'opened') throw new Error('The filter was refused.')
    session.showView(log, answer.view.id)
    searches.change({ text: '3' })
    const lines = [await step(1), await step(1)].map(({ line }) => line)
    expect(lines).toEqual([3, 13])
  })

  it('unfolds the entry that hides a match, and no other', async () => {
    const entry = (name: string) => `ERROR ${name}\n    at first\n    at ${name}.second\n`
    const content = `info\n${entry('a')}${entry('b')}${entry('c')}info\n`
    const { searches, session, files, folding, step } = await open(content)
    const log = files[0]?.log ?? ''
    const fold = () => session.getState().folds.get(log)
    folding.toggleAll(log)
    await until(() => expect(fold()?.kind).toBe('heads'))
    await until(() => {
      const heads = session.getState().views.get(fold()?.heads ?? '')
      expect(heads).toMatchObject({ end: 5, phase: { kind: 'current' } })
    })
    searches.change({ text: 'b.second' })
    expect(await step(1)).toMatchObject({ line: 6 })
    expect(fold()?.splices).toMatchObject([{ line: 5, insert: 2 }])
    expect(await step(1)).toMatchObject({ line: 6, wrapped: 'first' })
    expect(fold()?.splices).toHaveLength(1)
    searches.change({ text: 'ERROR c' })
    expect(await step(1)).toMatchObject({ line: 7 })
    expect(fold()?.splices).toHaveLength(1)

    folding.toggleAll(log)
    expect(fold()).toBeUndefined()
    await folding.toggleAt(log, 1)
    await until(() => expect(fold()?.splices).toMatchObject([{ line: 2, remove: 2 }]))
    searches.change({ text: 'a.second' })
    expect(await step(1)).toMatchObject({ line: 3 })
    expect(fold()).toBeUndefined()
  })

  it('stays where it is when there is nothing to go to', async () => {
    const { searches, step } = await open(CONTENT)
    searches.change({ text: 'nothing like it' })
    expect(await step(1)).toEqual({ line: null, wrapped: null })
  })
})
