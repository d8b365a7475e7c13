import type { LineNumber } from '../../shared/line-number.ts'
import type { Appended, LogState, ServerMessage } from '../../shared/protocol.ts'
import type { Log, LogChange } from '../log/log.ts'
import type { OwnLog } from '../own-log.ts'
import { Pacer } from '../pacer.ts'
import type { Announcement } from './event-client.ts'
import { newestFrom, newestOf } from './newest-lines.ts'

/** A log is told about at most once per frame of a 60 Hz screen, in ms: more nobody can see. */
const FRAME_MS = 16

/** To whom a log is told. */
export interface LogAnnouncerOptions {
  readonly ownLog: OwnLog
  /** Whether anybody who keeps up wants the newest lines. */
  readonly isFollowed: () => boolean
  readonly nextMoment: () => number
  readonly tell: (announcement: Announcement) => void
}

/** Tells the changes of one log: the first at once, those of a burst together. */
export class LogAnnouncer {
  readonly #log: Log
  readonly #options: LogAnnouncerOptions
  readonly #pacer = new Pacer(() => this.#announce(), FRAME_MS)
  readonly #pending = new Set<LogChange>()
  /** The end that was told last: the newest lines begin there. */
  #told: LineNumber

  constructor(log: Log, options: LogAnnouncerOptions) {
    this.#log = log
    this.#options = options
    this.#told = log.state().end
  }

  changed(change: LogChange): void {
    this.#pending.add(change)
    this.#pacer.poke()
  }

  close(): void {
    this.#pacer.close()
  }

  async #announce(): Promise<void> {
    const changes = new Set(this.#pending)
    this.#pending.clear()
    const state = this.#log.state()
    const moment = this.#options.nextMoment()
    if (changes.has('state')) {
      this.#options.tell({
        subject: { kind: 'log', log: state.id },
        json: JSON.stringify({ kind: 'log', log: state } satisfies ServerMessage),
        jsonForFollowers: null,
        moment,
      })
    }
    if (!changes.has('appended')) return
    const newest = this.#options.isFollowed() ? await this.#newest(state) : null
    if (this.#pacer.closed) return
    this.#told = state.end
    this.#options.tell({
      subject: { kind: 'appended', log: state.id },
      json: JSON.stringify(appendedMessage(state, null)),
      jsonForFollowers: newest === null ? null : JSON.stringify(appendedMessage(state, newest)),
      moment,
    })
  }

  async #newest(state: LogState): Promise<Appended['newest']> {
    const from = newestFrom(this.#told, state.first, state.end)
    if (from === state.end) return { from, lines: [] }
    try {
      return newestOf(await this.#log.lines(from, state.end), state.end)
    } catch (error) {
      this.#options.ownLog.warn('The newest lines of a log could not be read.', {
        log: state.id,
        error: error instanceof Error ? error.message : String(error),
      })
      return null
    }
  }
}

/** The counters of a log as a message. */
export function appendedMessage(state: LogState, newest: Appended['newest']): Appended {
  const { id, end, bytes, indexed, errors, partial } = state
  return { kind: 'appended', log: id, end, bytes, indexed, errors, partial, newest }
}
