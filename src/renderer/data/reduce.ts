import { assertNever } from '../../shared/assert-never.ts'
import type { LogId, LogState, ServerMessage, ServerState } from '../../shared/protocol.ts'
import type { ViewId } from '../../shared/views.ts'
import type { Action } from './action.ts'
import { type PageState, type Pause, type Reading, selectedLog } from './page-state.ts'
import { prune, withEntry, withoutView, withView, withViewsOf } from './reduce-views.ts'

const RUNNING: Pause = { kind: 'running' }

/** What the page knows before the first answer. */
export const INITIAL_PAGE_STATE: PageState = {
  connection: { kind: 'idle' },
  server: null,
  selected: null,
  pause: RUNNING,
  follow: true,
  leftAt: null,
  readings: new Map(),
  rate: 0,
  views: new Map(),
  shown: new Map(),
  folds: new Map(),
}

/** The state after one action; the same object when nothing changed. */
export function reduce(state: PageState, action: Action): PageState {
  return noteLeaving(step(state, action))
}

function step(state: PageState, action: Action): PageState {
  switch (action.kind) {
    case 'loaded':
      return prune(withServer(forgetViewsOfOther(state, action.server), action.server))
    case 'received':
      return prune(action.messages.reduce(receive, state))
    case 'connection':
      return { ...state, connection: action.connection }
    case 'selected':
      return select(state, action.log)
    case 'paused':
      return pause(state)
    case 'resumed':
      if (state.pause.kind === 'running') return state
      return resume(state, action.where)
    case 'follow':
      return state.follow === action.follow ? state : { ...state, follow: action.follow }
    case 'rate':
      return state.rate === action.rate ? state : { ...state, rate: action.rate }
    case 'view-opened':
      if (state.views.has(action.view.id)) return state
      return prune({ ...state, views: withView(state.views, action.view) })
    case 'shown':
      return show(state, action.log, action.view)
    case 'folded':
      return prune({ ...state, folds: withEntry(state.folds, action.log, action.fold) })
    default:
      return assertNever(action, 'action')
  }
}

function receive(state: PageState, message: ServerMessage): PageState {
  if (message.kind === 'ping') return state
  // The views of each log that has some come right behind it.
  if (message.kind === 'snapshot') return withServer({ ...state, views: new Map() }, message.state)
  // The first message of every stream is the snapshot: nothing before it has a meaning.
  const { server } = state
  if (server === null) return state
  switch (message.kind) {
    case 'log':
      return withServer(state, { ...server, logs: upsert(server.logs, message.log) })
    case 'removed': {
      const logs = server.logs.filter((log) => log.id !== message.log)
      return withServer(state, { ...server, logs })
    }
    case 'appended': {
      const log = server.logs.find(({ id }) => id === message.log)
      if (log === undefined) return state
      const { end, bytes, indexed, errors, partial } = message
      const grown = { ...log, end, bytes, indexed, errors, partial }
      return withServer(state, { ...server, logs: upsert(server.logs, grown) })
    }
    case 'view':
      return { ...state, views: withView(state.views, message.view) }
    case 'view-removed':
      return { ...state, views: withoutView(state.views, message.view) }
    case 'views':
      return { ...state, views: withViewsOf(state.views, message.log, message.views) }
    case 'generator':
      return { ...state, server: { ...server, generator: message.generator } }
    default:
      return assertNever(message, 'message')
  }
}

/** Another server knows nothing of the views of the one before. */
function forgetViewsOfOther(state: PageState, { instance }: ServerState): PageState {
  return state.server?.instance === instance ? state : { ...state, views: new Map() }
}

function show(state: PageState, log: LogId, view: ViewId | null): PageState {
  if ((state.shown.get(log) ?? null) === view) return state
  if (view !== null && state.views.get(view)?.log !== log) return state
  return { ...state, shown: withEntry(state.shown, log, view) }
}

function withServer(state: PageState, server: ServerState): PageState {
  const known = server.logs.some((log) => log.id === state.selected)
  const next = { ...state, server }
  if (known) return { ...next, pause: rebase(next) }
  return { ...next, ...read(state, server.logs[0]?.id ?? null) }
}

/**
 * A server that was started again counts errors from 0 and may know fewer lines than before; the
 * pause is measured against what it knows, once its index is whole.
 */
function rebase(state: PageState): Pause {
  const { pause } = state
  const log = selectedLog(state)
  if (pause.kind === 'running' || log === null) return pause
  const end = log.indexed >= log.bytes ? Math.min(pause.end, log.end) : pause.end
  const errors = Math.min(pause.errors, log.errors)
  return end === pause.end && errors === pause.errors ? pause : { ...pause, end, errors }
}

function select(state: PageState, log: LogId): PageState {
  if (state.selected === log) return state
  if (state.server?.logs.some(({ id }) => id === log) !== true) return state
  const next = { ...state, ...read(state, log) }
  return { ...next, pause: rebase(next) }
}

/** What a log begins with when it is read for the first time. */
const UNREAD: Reading = { follow: true, leftAt: null, pause: RUNNING }

/** Reads another log, as it was read before: what was paused still is. */
function read(state: PageState, selected: LogId | null): Partial<PageState> {
  const { follow, leftAt, pause } = state
  const readings = new Map(state.readings)
  if (state.selected !== null) readings.set(state.selected, { follow, leftAt, pause })
  const reading = selected === null ? undefined : readings.get(selected)
  return { ...UNREAD, ...reading, selected, readings, rate: 0 }
}

function pause(state: PageState): PageState {
  const log = selectedLog(state)
  if (log === null || state.pause.kind === 'paused') return state
  return {
    ...state,
    pause: { kind: 'paused', log: log.id, end: log.end, errors: log.errors },
  }
}

/** Whoever goes on from here has not seen what came since the pause. */
function resume(state: PageState, where: 'here' | 'end'): PageState {
  const { pause } = state
  if (pause.kind === 'running') return state
  const leftAt = where === 'here' ? { end: pause.end, errors: pause.errors } : null
  return { ...state, pause: RUNNING, follow: where === 'end', leftAt }
}

/** Remembers where the end was when it was left; a log that shrank has nothing more below. */
function noteLeaving(state: PageState): PageState {
  const { leftAt } = state
  if (state.follow) return leftAt === null ? state : { ...state, leftAt: null }
  const log = selectedLog(state)
  if (log === null || log.indexed < log.bytes) return state
  if (leftAt !== null && leftAt.end <= log.end && leftAt.errors <= log.errors) return state
  return { ...state, leftAt: { end: log.end, errors: log.errors } }
}

function upsert(logs: readonly LogState[], log: LogState): LogState[] {
  const known = logs.some(({ id }) => id === log.id)
  return known ? logs.map((old) => (old.id === log.id ? log : old)) : [...logs, log]
}
