import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Engine } from '../../../src/server/engine/engine.ts'
import { createInlineEngine } from '../../../src/server/engine/threads/inline-engine.ts'
import { LogViews, type ViewsChange } from '../../../src/server/log/log-views.ts'
import { createTimeline } from '../../../src/server/log/timeline.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import { MAX_VIEWS } from '../../../src/shared/views.ts'
import { inlineEngine } from '../../support/inline-engine.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { PATIENCE } from '../../support/patience.ts'
import { searchedLog } from '../../support/searched-log.ts'
import { text, wanted } from '../../support/wanted.ts'

const MINUTE_MS = 60_000

/** The views of a log without a line. */
function viewsOfNothing() {
  const views = new LogViews({
    id: 'app',
    timeline: createTimeline(),
    engine: inlineEngine(),
    ownLog: silentLog,
    lineAtTime: null,
    look: () => undefined,
  })
  onTestFinished(() => views.close())
  return views
}

describe('views that nobody uses', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('are closed after a while', () => {
    const views = viewsOfNothing()
    const used = views.open(wanted([text('a')]))
    const unused = views.open(wanted([text('b')]))
    for (let minute = 0; minute < 12; minute++) {
      vi.advanceTimersByTime(MINUTE_MS)
      views.get(used.id)
    }
    expect(views.list().map(({ id }) => id)).toEqual([used.id])
    expect(views.get(unused.id)).toBeUndefined()
  })

  it('stay as long as a window is told of them', () => {
    const views = viewsOfNothing()
    const { id } = views.open(wanted([text('a')]))
    const changes: ViewsChange[] = []
    const forget = views.onChange((change) => changes.push(change))
    vi.advanceTimersByTime(30 * MINUTE_MS)
    expect(changes).not.toContainEqual({ kind: 'removed', view: id })
    expect(views.list()).toHaveLength(1)
    forget()
    vi.advanceTimersByTime(12 * MINUTE_MS)
    expect(views.list()).toHaveLength(0)
  })
})

describe('the views of a log', () => {
  it('are bounded: the one that was unused for longest is closed, and told', () => {
    const views = viewsOfNothing()
    const changes: ViewsChange[] = []
    views.onChange((change) => changes.push(change))
    const opened = Array.from({ length: MAX_VIEWS }, () => views.open(wanted([text('a')])))
    views.get(opened[0]?.id ?? '')
    views.open(wanted([text('b')]))
    expect(views.list()).toHaveLength(MAX_VIEWS)
    expect(changes.filter(({ kind }) => kind === 'removed')).toEqual([
      { kind: 'removed', view: opened[1]?.id },
    ])
  })

  it('are current in a log without lines', async () => {
    const view = viewsOfNothing().open(wanted([text('a')]))
    await vi.waitFor(() => expect(view.state().phase).toEqual({ kind: 'current' }), PATIENCE)
    expect(view.state()).toMatchObject({ first: 0, end: 0, scanned: 0, total: 0 })
  })

  it('ends a search at once when its view is closed', async () => {
    const inline = createInlineEngine()
    let searching = 0
    let begun = Promise.withResolvers<void>()
    // Tells when the engine begins a search, and how many it is at.
    const engine: Engine = {
      run: (kind, task, options) => {
        const done = inline.run(kind, task, options)
        if (kind !== 'search') return done
        searching += 1
        begun.resolve()
        return done.finally(() => {
          searching -= 1
        })
      },
      release: (fd) => inline.release(fd),
      close: () => inline.close(),
    }
    const content = asText(numberedLines('a line that is longer than others', 500_000))
    const { log, until } = await searchedLog(content, engine)
    // Ten searches typed in a second, each of which replaces the one before.
    for (let count = 0; count < 10; count++) {
      begun = Promise.withResolvers()
      const view = log.views.open(wanted([text('longer')]))
      await begun.promise
      expect(view.state().phase).toEqual({ kind: 'scanning' })
      log.views.remove(view.id)
      const { end } = view.state()
      await until(() => expect(searching).toBe(0))
      expect(view.state().end).toBe(end)
      expect(end).toBeLessThan(500_000)
    }
  })
})
