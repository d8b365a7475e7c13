import { appendFile, rename, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { searchedSession, until } from '../../../support/searched-session.ts'
import { showFilter } from '../../../support/show-filter.ts'
import { text, wanted } from '../../../support/wanted.ts'

const LINES = Array.from({ length: 100 }, (_, at) => (at % 10 === 3 ? `ERROR ${at}` : `info ${at}`))
const CONTENT = `${LINES.join('\n')}\n`

describe('the search of a log', () => {
  it('finds what is typed, and what is typed next instead of it', async () => {
    const { searches, found, session, view } = await searchedSession(CONTENT)
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
    const { searches, found, session } = await searchedSession(CONTENT)
    for (const typed of ['e', 'er', 'err', 'erro', 'error', 'error 9'])
      searches.change({ text: typed })
    await found(1)
    expect(session.getState().views.size).toBe(1)
  })

  it('goes on while the log grows, and through its rotation', async () => {
    const { searches, found, path } = await searchedSession(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    await appendFile(path, 'ERROR late\nno\n')
    await found(11)
    await rename(path, `${path}.1`)
    await writeFile(path, 'ERROR new\n')
    await found(12)
  })

  it('says where a pattern has its mistake, and finds again when it has none', async () => {
    const { searches, found } = await searchedSession(CONTENT)
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
    const { searches, view } = await searchedSession(`${'a'.repeat(60)}!\n`)
    searches.change({ kind: 'regexp', text: '(a+)+$' })
    await until(() => expect(view()?.phase).toEqual({ kind: 'failed', reason: 'runaway' }))
  })

  it('looks in the lines of the filter that is shown, and in all again', async () => {
    const { searches, found, session, log } = await searchedSession(CONTENT)
    searches.change({ text: '3' })
    await found(19)
    await showFilter(session, log, wanted([text('info')]))
    await found(9)
    session.showView(log, null)
    await found(19)
  })

  it('is ended with what it found, and begun again', async () => {
    const { searches, found, view, path } = await searchedSession(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    searches.stop()
    await until(() => expect(view()?.phase).toEqual({ kind: 'stopped' }))
    await appendFile(path, 'ERROR late\n')
    searches.again()
    await found(11)
  })

  it('is closed, keeps what was typed, and goes on with it', async () => {
    const { searches, found, session } = await searchedSession(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    searches.close()
    expect(searches.get()).toMatchObject({ input: { text: 'error' }, phase: { kind: 'closed' } })
    expect(session.getState().views.size).toBe(0)
    searches.open()
    await found(10)
  })

  it('closes its view when everything typed is deleted', async () => {
    const { searches, found, session } = await searchedSession(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    searches.change({ text: '' })
    expect(session.getState().views.size).toBe(0)
    expect(searches.get().phase).toEqual({ kind: 'open', view: null })
  })

  it('opens its view again when others took its place', async () => {
    const { searches, found, session, log, view } = await searchedSession(CONTENT)
    searches.change({ text: 'error' })
    await found(10)
    const before = view()?.id ?? ''
    session.closeView(log, before)
    await until(() => expect(view()?.id).not.toBe(before))
    await found(10)
  })

  it('belongs to its log, and meant as the one before', async () => {
    const { searches, found, session, log, others } = await searchedSession(
      CONTENT,
      'a\nb\nERROR c\n',
    )
    searches.change({ text: 'error', matchCase: true })
    await found(0)
    session.select(others[0]?.log ?? '')
    expect(searches.get()).toMatchObject({ input: { text: '' }, phase: { kind: 'closed' } })
    searches.change({ text: 'ERROR' })
    await found(1)
    expect(searches.get().input.matchCase).toBe(true)
    session.select(log)
    expect(searches.get().input.text).toBe('error')
    await found(0)
  })
})
