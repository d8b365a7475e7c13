import { z } from 'zod'
import { type LogId, logId } from '../../../shared/protocol.ts'
import type { Session } from '../../data/session.ts'
import type { Kept } from '../../kept/kept.ts'
import { createStore } from '../page/store.ts'
import { moveTab, orderTabs } from './tab-order.ts'

/** The open logs in the order of their tabs. */
export interface Tabs {
  /** The same array until a log comes, goes or is moved. */
  get(): readonly LogId[]
  move(log: LogId, to: number): void
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

const KEY = 'tabs'

/** Logs whose places are remembered: more tabs than anybody has. */
const MAX_TABS = 256

const keptTabs = z.object({
  order: z.array(logId).max(MAX_TABS),
  selected: logId.nullable(),
})

/**
 * The tabs of the session's logs. Their order and the selected one are kept over restarts; the log
 * that was selected is selected again as soon as the page knows it.
 */
export function createTabs(session: Session, kept: Kept): Tabs {
  const before = kept.read(KEY, keptTabs, { order: [], selected: null })
  let { order } = before
  let wanted = before.selected
  const tabs = createStore<readonly LogId[]>([])

  function open(): readonly LogId[] {
    return (session.getState().server?.logs ?? []).map(({ id }) => id)
  }

  function update(): void {
    const next = orderTabs(order, open())
    const shown = tabs.get()
    if (next.length !== shown.length || next.some((log, at) => log !== shown[at])) tabs.set(next)
  }

  function keep(): void {
    // Tabs of logs that are not open now keep their places: a log can come back.
    order = [...tabs.get(), ...order.filter((log) => !tabs.get().includes(log))].slice(0, MAX_TABS)
    kept.write(KEY, { order, selected: session.getState().selected })
  }

  let selected: LogId | null = null
  session.subscribe(() => {
    const state = session.getState()
    if (state.server === null) return
    update()
    if (wanted !== null) {
      const again = wanted
      wanted = null
      if (tabs.get().includes(again)) session.select(again)
    }
    const now = session.getState().selected
    if (now === selected) return
    selected = now
    keep()
  })
  return {
    get: tabs.get,
    move(log, to) {
      tabs.set(moveTab(tabs.get(), log, to))
      keep()
    },
    subscribe: tabs.subscribe,
  }
}
