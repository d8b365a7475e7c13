import type { LogId } from '../../../shared/protocol.ts'
import type { Session } from '../../data/session.ts'
import type { LogList } from '../../list/log-list.ts'
import type { LogTimes } from '../histogram/log-times.ts'

/** One of two lists that are scrolled together. */
export interface LinkedList {
  readonly list: LogList
  log(): LogId | null
}

export interface LinkParts {
  readonly session: Session
  readonly times: LogTimes
}

/** How often the other list is moved while one is scrolled, in ms: each time asks the server. */
const FOLLOW_INTERVAL_MS = 80

/**
 * Lets either list show the time that the other one shows, whichever the user scrolls: the line at its
 * top gives the time, and the first line of that time comes to the top of the other. At the end of
 * one, the other shows its end. Returns the way to stop.
 */
export function linkLists(a: LinkedList, b: LinkedList, { session, times }: LinkParts): () => void {
  const stopped = new AbortController()
  const stops = [lead(a, b), lead(b, a)]

  function lead(leader: LinkedList, other: LinkedList): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = new AbortController()
    let { moves } = leader.list
    const stop = leader.list.onVisible(() => {
      // What the list did by itself, or was made to do by the other one, leads nobody.
      if (leader.list.moves === moves) return
      timer ??= setTimeout(() => {
        timer = undefined
        moves = leader.list.moves
        asking.abort()
        asking = new AbortController()
        void follow(leader, other, AbortSignal.any([asking.signal, stopped.signal]))
      }, FOLLOW_INTERVAL_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
      asking.abort()
    }
  }

  async function follow(leader: LinkedList, other: LinkedList, signal: AbortSignal): Promise<void> {
    if (leader.list.readingPlace.kind === 'end') {
      other.list.showEnd()
      return
    }
    const [log, otherLog] = [leader.log(), other.log()]
    const time = await timeAtTop(leader, signal)
    if (signal.aborted || time === null || log === null || otherLog === null) return
    const answer = await session.lineAt(otherLog, time, signal)
    if (signal.aborted || answer.kind === 'refused') return
    if (answer.value.line === null) other.list.showEnd()
    else await other.list.showLine(answer.value.line)
  }

  /** The time of the first line in the view that has one. */
  async function timeAtTop({ list, log }: LinkedList, signal: AbortSignal): Promise<number | null> {
    const id = log()
    if (id === null) return null
    if (times.get(id) === null) await times.ask(id, signal)
    for (const text of list.visibleTexts()) {
      const time = times.timeOf(id, text)
      if (time !== null) return time
    }
    return null
  }

  return () => {
    stopped.abort()
    for (const stop of stops) stop()
  }
}
