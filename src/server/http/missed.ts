import type { LogId } from '../../shared/protocol.ts'

/** What a message of the event stream is about. */
export type Subject =
  | { readonly kind: 'log' | 'removed' | 'appended' | 'views'; readonly log: LogId }
  | { readonly kind: 'generator' }

interface MissedOfLog {
  removed: boolean
  state: boolean
  appended: boolean
  /** Of whichever of its views: all of them are told then, as many as a log may have. */
  views: boolean
}

const NOTHING: MissedOfLog = { removed: false, state: false, appended: false, views: false }

/**
 * What a client that does not read has missed: never the messages, only what they were about, so
 * that it grows with the number of logs and not with time. The newest facts are put together when
 * the client reads again.
 */
export class Missed {
  #logs = new Map<LogId, MissedOfLog>()
  #generator = false

  note(subject: Subject): void {
    if (subject.kind === 'generator') {
      this.#generator = true
      return
    }
    const missed = this.#logs.get(subject.log) ?? NOTHING
    this.#logs.set(subject.log, noted(missed, subject.kind))
  }

  /** Everything missed, in the order in which it must be told, and forgets it. */
  take(): readonly Subject[] {
    const subjects: Subject[] = []
    for (const [log, missed] of this.#logs) {
      if (missed.removed) subjects.push({ kind: 'removed', log })
      if (missed.state) subjects.push({ kind: 'log', log })
      if (missed.appended) subjects.push({ kind: 'appended', log })
      if (missed.views) subjects.push({ kind: 'views', log })
    }
    if (this.#generator) subjects.push({ kind: 'generator' })
    this.#logs = new Map()
    this.#generator = false
    return subjects
  }
}

function noted(missed: MissedOfLog, kind: 'log' | 'removed' | 'appended' | 'views'): MissedOfLog {
  switch (kind) {
    case 'removed':
      // What came before is void; what comes after is a log opened anew under the same id.
      return { ...NOTHING, removed: true }
    case 'log':
      return { ...missed, state: true }
    case 'appended':
      return { ...missed, appended: true }
    case 'views':
      return { ...missed, views: true }
  }
}
