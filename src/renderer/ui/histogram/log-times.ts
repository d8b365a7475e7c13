import type { LogId } from '../../../shared/log-id.ts'
import { type Clock, createClock } from '../../../shared/time/clock.ts'
import { createLineTimeReader, type LineTimeReader } from '../../../shared/time/line-time.ts'
import { createTimeContext } from '../../../shared/time/time-context.ts'
import { DAY_MS } from '../../../shared/time/utc-day.ts'
import { createListeners } from '../../data/listeners.ts'
import type { Session } from '../../data/session.ts'

/** A time without a year is looked for near the log's end: it is read anew when that moved so far, in ms. */
const STALE_MS = 30 * DAY_MS

/** What is known of the times of a log. */
export interface KnownTimes {
  /** The clock of times that name no zone: the server's. */
  readonly clock: Clock
  /** The first and the last time, in ms since 1970; null when its lines have none that are understood. */
  readonly reach: { readonly first: number; readonly last: number } | null
}

/** The times of the logs, as the server told them last. */
export interface LogTimes {
  /** Null while nobody asked; the same object until it changes. */
  get(log: LogId | null): KnownTimes | null
  /** Asks the server; null when it does not answer. */
  ask(log: LogId, signal?: AbortSignal): Promise<KnownTimes | null>
  /** Notes what an answer told on the way. */
  learn(log: LogId, zone: string, reach: KnownTimes['reach']): KnownTimes
  /** The time of a line of a log, in ms since 1970; null when it has none, or the log's are not known. */
  timeOf(log: LogId | null, text: string): number | null
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

interface Entry {
  readonly times: KnownTimes
  readonly read: LineTimeReader
  /** Where the log ended when `read` was made. */
  readonly near: number
}

export function createLogTimes(session: Pick<Session, 'lineAt'>): LogTimes {
  const entries = new Map<LogId, Entry>()
  const listeners = createListeners()

  function learn(log: LogId, zone: string, reach: KnownTimes['reach']): KnownTimes {
    const before = entries.get(log)
    const near = reach?.last ?? Date.now()
    const isSame = before?.times.clock.zone === zone && Math.abs(before.near - near) < STALE_MS
    if (isSame && isEqual(before.times.reach, reach)) return before.times
    const clock = isSame ? before.times.clock : createClock(zone)
    const read = isSame
      ? before.read
      : createLineTimeReader(createTimeContext(clock.fromWallClock, near))
    const times = { clock, reach }
    entries.set(log, { times, read, near: isSame ? before.near : near })
    listeners.notify()
    return times
  }

  return {
    get: (log) => (log === null ? null : (entries.get(log)?.times ?? null)),
    async ask(log, signal) {
      const answer = await session.lineAt(log, 0, signal)
      if (answer.kind === 'refused') return null
      const { first, last, zone } = answer.value
      return learn(log, zone, first === null || last === null ? null : { first, last })
    },
    learn,
    timeOf: (log, text) => (log === null ? null : (entries.get(log)?.read(text) ?? null)),
    subscribe: (listener) => listeners.add(listener),
  }
}

function isEqual(a: KnownTimes['reach'], b: KnownTimes['reach']): boolean {
  return a?.first === b?.first && a?.last === b?.last
}
