import type { LogId } from '../../shared/protocol.ts'
import { Missed, type Subject } from './missed.ts'
import type { SseResponse } from './sse-response.ts'

/** A message for every client, already as JSON. */
export interface Announcement {
  /** What it is about; null when nobody who missed it needs it later. */
  readonly subject: Subject | null
  readonly json: string
  /** The same with the newest lines, for those who follow the log. */
  readonly jsonForFollowers: string | null
  /** The place of its facts in time, see {@link EventClient}. */
  readonly moment: number
}

/** Facts as messages in JSON, and their place in time. */
export interface CatchUp {
  readonly jsons: readonly string[]
  readonly moment: number
}

/**
 * One window's `GET /api/events`. Messages of one turn of the event loop go out as one event. While
 * the client does not read, only what it missed is noted, and told as it is then when it reads.
 *
 * Facts are dated: where those of an announcement are older than what the client was told last (its
 * lines were still being read then), the present facts are told instead, so that counters never run
 * backwards.
 */
export class EventClient {
  readonly follow: LogId | null
  readonly #sse: SseResponse
  readonly #catchUp: (missed: readonly Subject[]) => CatchUp
  readonly #missed = new Missed()
  #outbox: string[] = []
  #moment: number

  constructor(
    sse: SseResponse,
    follow: LogId | null,
    first: CatchUp,
    catchUp: (missed: readonly Subject[]) => CatchUp,
  ) {
    this.#sse = sse
    this.follow = follow
    this.#catchUp = catchUp
    this.#moment = first.moment
    sse.onDrain(() => this.#tellPresent(this.#missed.take()))
    this.#send(first.jsons)
  }

  /** Whether it reads as fast as it is written to. */
  get keepsUp(): boolean {
    return this.#sse.writable
  }

  tell(announcement: Announcement): void {
    const { subject } = announcement
    if (!this.#sse.writable) {
      if (subject !== null) this.#missed.note(subject)
      return
    }
    if (subject !== null && announcement.moment < this.#moment) {
      this.#tellPresent([subject])
      return
    }
    const follows = subject !== null && 'log' in subject && subject.log === this.follow
    const json = follows ? announcement.jsonForFollowers : null
    this.#send([json ?? announcement.json])
  }

  end(): void {
    this.#sse.end()
  }

  #tellPresent(subjects: readonly Subject[]): void {
    const { jsons, moment } = this.#catchUp(subjects)
    this.#moment = moment
    this.#send(jsons)
  }

  #send(jsons: readonly string[]): void {
    if (jsons.length === 0) return
    if (this.#outbox.length === 0) setImmediate(() => this.#flush())
    this.#outbox.push(...jsons)
  }

  #flush(): void {
    const jsons = this.#outbox
    this.#outbox = []
    // JSON holds no line break, so the array is one data field.
    this.#sse.write(`data: [${jsons.join(',')}]\n\n`)
  }
}
