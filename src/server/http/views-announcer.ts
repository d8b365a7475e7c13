import type { ServerMessage } from '../../shared/protocol.ts'
import type { ViewId } from '../../shared/views.ts'
import type { Log } from '../log/log.ts'
import { Pacer } from '../pacer.ts'
import type { Announcement } from './event-client.ts'

/** The views of a log are told about at most once per frame of a 60 Hz screen, in ms. */
const FRAME_MS = 16

/** To whom views are told. */
export interface ViewsAnnouncerOptions {
  readonly nextMoment: () => number
  readonly tell: (announcement: Announcement) => void
}

/** Tells the changes of the views of one log: the first at once, those of a burst together. */
export class ViewsAnnouncer {
  readonly #log: Log
  readonly #options: ViewsAnnouncerOptions
  readonly #pacer = new Pacer(async () => this.#announce(), FRAME_MS)
  /** At most as many as a log has views, and those closed within one frame. */
  readonly #pending = new Set<ViewId>()
  readonly #forget: () => void

  constructor(log: Log, options: ViewsAnnouncerOptions) {
    this.#log = log
    this.#options = options
    this.#forget = log.views.onChange(({ view }) => {
      this.#pending.add(view)
      this.#pacer.poke()
    })
  }

  close(): void {
    this.#forget()
    this.#pacer.close()
  }

  #announce(): void {
    const changed = [...this.#pending]
    this.#pending.clear()
    const states = new Map(this.#log.views.list().map((view) => [view.id, view]))
    const moment = this.#options.nextMoment()
    for (const id of changed) {
      const view = states.get(id)
      const message: ServerMessage =
        view === undefined
          ? { kind: 'view-removed', log: this.#log.id, view: id }
          : { kind: 'view', view: view.state() }
      this.#options.tell({
        subject: { kind: 'views', log: this.#log.id },
        json: JSON.stringify(message),
        jsonForFollowers: null,
        moment,
      })
    }
  }
}

/** All views of a log as a message. */
export function viewsMessage(log: Log): ServerMessage {
  return { kind: 'views', log: log.id, views: log.views.list().map((view) => view.state()) }
}
