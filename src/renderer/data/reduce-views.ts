import type { LogId } from '../../shared/log-id.ts'
import type { ViewId, ViewState } from '../../shared/views.ts'
import type { PageState } from './page-state.ts'

/** The views of all logs, by id. */
export type Views = ReadonlyMap<ViewId, ViewState>

/** The views with this one as it is now. */
export function withView(views: Views, view: ViewState): Views {
  return new Map(views).set(view.id, view)
}

export function withoutView(views: Views, id: ViewId): Views {
  if (!views.has(id)) return views
  const left = new Map(views)
  left.delete(id)
  return left
}

/** The views of a log replaced by these. */
export function withViewsOf(views: Views, log: LogId, own: readonly ViewState[]): Views {
  const others = [...views].filter(([, view]) => view.log !== log)
  return new Map([...others, ...own.map((view) => [view.id, view] as const)])
}

/** The state without what belonged to logs that are gone, and without what showed a view that is gone. */
export function prune(state: PageState): PageState {
  const isOpen = new Set(state.server?.logs.map(({ id }) => id))
  const views = keep(state.views, ({ log }) => isOpen.has(log))
  const shown = keep(state.shown, (view) => views.has(view))
  const folds = keep(state.folds, ({ heads }) => views.has(heads))
  const readings = keep(state.readings, (_reading, log) => isOpen.has(log))
  const isSame =
    views === state.views &&
    shown === state.shown &&
    folds === state.folds &&
    readings === state.readings
  return isSame ? state : { ...state, views, shown, folds, readings }
}

/** The map with another value at a key; without one for null. */
export function withEntry<K, V>(
  map: ReadonlyMap<K, V>,
  key: K,
  value: V | null,
): ReadonlyMap<K, V> {
  const next = new Map(map)
  if (value === null) next.delete(key)
  else next.set(key, value)
  return next
}

/** The same map when nothing has to go. */
function keep<K, V>(
  map: ReadonlyMap<K, V>,
  stays: (value: V, key: K) => boolean,
): ReadonlyMap<K, V> {
  const left = [...map].filter(([key, value]) => stays(value, key))
  return left.length === map.size ? map : new Map(left)
}
