import { describe, expect, it, onTestFinished } from 'vitest'
import { Folding } from '../../../../src/renderer/data/folding.ts'
import { unfoldLine } from '../../../../src/renderer/ui/go-to/unfold-line.ts'
import {
  createSearchWalker,
  type WalkedList,
} from '../../../../src/renderer/ui/search/search-walker.ts'
import { type LineNumber, lineNumber } from '../../../../src/shared/line-number.ts'
import { searchedSession, until } from '../../../support/searched-session.ts'
import { showFilter } from '../../../support/show-filter.ts'
import { text, wanted } from '../../../support/wanted.ts'

/** Searches in a log, and the line that a list of it shows. */
async function walked(content: string) {
  const searched = await searchedSession(content)
  const { session, searches } = searched
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
  const step = async (by: 1 | -1) => {
    await walker.step(by)
    return { line: list.activeLine, wrapped: searches.get().visit?.wrapped ?? null }
  }
  return { ...searched, list, folding, step }
}

const LINES = Array.from({ length: 100 }, (_, at) => (at % 10 === 3 ? `ERROR ${at}` : `info ${at}`))
const CONTENT = `${LINES.join('\n')}\n`

describe('a walk through the matches', () => {
  it('goes to the next and the one before, and round', async () => {
    const { searches, list, step } = await walked(CONTENT)
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
    const { searches, list, step } = await walked(CONTENT)
    searches.change({ text: 'error' })
    await Promise.all([step(1), step(1), step(1), step(1)])
    await until(() => expect(list.activeLine).toBe(33))
  })

  it('goes on with a search that was closed', async () => {
    const { searches, found, step } = await walked(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    searches.close()
    expect(await step(1)).toEqual({ line: 3, wrapped: null })
  })

  it('visits only lines that a filter shows', async () => {
    const { searches, session, log, step } = await walked(CONTENT)
    await showFilter(session, log, wanted([], { none: [text('info')] }))
    searches.change({ text: '3' })
    const lines = [await step(1), await step(1)].map(({ line }) => line)
    expect(lines).toEqual([3, 13])
  })

  it('unfolds the entry that hides a match, and no other', async () => {
    const entry = (name: string) => `ERROR ${name}\n    at first\n    at ${name}.second\n`
    const content = `info\n${entry('a')}${entry('b')}${entry('c')}info\n`
    const { searches, session, log, folding, step } = await walked(content)
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
    const { searches, step } = await walked(CONTENT)
    searches.change({ text: 'nothing like it' })
    expect(await step(1)).toEqual({ line: null, wrapped: null })
  })
})
