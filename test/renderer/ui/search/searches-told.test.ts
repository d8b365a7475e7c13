import { describe, expect, it, vi } from 'vitest'
import { createSearches } from '../../../../src/renderer/ui/search/searches.ts'
import { PATIENCE } from '../../../support/patience.ts'
import { liveToldSession } from '../../../support/told-session.ts'
import { viewState } from '../../../support/view-state.ts'

/** Something is searched for in the selected log, and nothing in the other. */
async function open() {
  const { session, told } = await liveToldSession()
  const opened = { ...viewState('v-1', { log: 'a' }), opening: null }
  told.answers['POST /api/logs/a/views'] = { status: 200, body: opened }
  const searches = createSearches(session)
  let isTold = false
  const forget = searches.subscribe(() => {
    isTold = searches.isSettled()
  })
  searches.change({ text: 'error' })
  // Behind the frame: nobody is told of the answer any more after this.
  await vi.waitFor(() => expect(isTold).toBe(true), PATIENCE)
  forget()
  const heard: string[] = []
  const note = (who: string) => () => {
    heard.push(`${who} ${session.getState().selected} "${searches.get().input.text}"`)
  }
  // As the list does, after the searches.
  session.watch(note('list'))
  searches.watch(note('watcher'))
  return { session, told, searches, heard, note }
}

describe('the searches', () => {
  it('are those of the log whose lines are drawn, when the server closed the one before', async () => {
    const { told, searches, heard, note } = await open()
    searches.subscribe(note('subscriber'))
    told.streams[0]?.send({ kind: 'removed', log: 'a' })
    await vi.waitFor(() => expect(heard).toContain('subscriber b ""'), PATIENCE)
    expect(heard.slice(0, 2)).toEqual(['watcher b ""', 'list b ""'])
    expect(heard.filter((line) => line.includes('error'))).toEqual([])
  })

  it('tell everybody at once when somebody selects another log', async () => {
    const { session, searches, heard, note } = await open()
    searches.subscribe(note('subscriber'))
    session.select('b')
    // Later the list hears of the stream that is opened anew, too.
    expect(heard.slice(0, 3)).toEqual(['watcher b ""', 'list b ""', 'subscriber b ""'])
  })
})
