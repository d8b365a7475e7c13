import type { LogId, ServerMessage, ServerState } from '../../shared/protocol.ts'
import { PING_INTERVAL_MS } from '../../shared/protocol.ts'
import type { Log } from '../log/log.ts'
import type { OwnLog } from '../own-log.ts'
import { type Announcement, type CatchUp, EventClient } from './event-client.ts'
import type { GeneratorControl } from './generator-control.ts'
import { appendedMessage, LogAnnouncer } from './log-announcer.ts'
import type { Logs, LogsChange } from './logs.ts'
import type { Subject } from './missed.ts'
import type { SseResponse } from './sse-response.ts'
import { ViewsAnnouncer, viewsMessage } from './views-announcer.ts'

/** Whatever the windows are told about. */
export interface EventHubOptions {
  readonly logs: Logs
  readonly generator: GeneratorControl | null
  readonly state: () => ServerState
  readonly ownLog: OwnLog
}

/**
 * Tells every open window what happens. Each fact is read and written as JSON once, for all. While
 * no window is open it does nothing at all.
 */
export class EventHub {
  readonly #options: EventHubOptions
  readonly #clients = new Set<EventClient>()
  readonly #announcers = new Map<LogId, LogAnnouncer>()
  readonly #viewsAnnouncers = new Map<LogId, ViewsAnnouncer>()
  readonly #forget: (() => void)[] = []
  /** Counts the readings of facts, see EventClient. */
  #moment = 0

  constructor(options: EventHubOptions) {
    this.#options = options
    const ping = setInterval(() => this.#ping(), PING_INTERVAL_MS)
    this.#forget.push(
      options.logs.onChange((change) => this.#onLogsChange(change)),
      options.generator?.onChange(() => this.#tell({ kind: 'generator' })) ?? (() => undefined),
      () => clearInterval(ping),
    )
  }

  /** Makes `sse` the stream of a window that follows one log, or none, until it is closed. */
  add(sse: SseResponse, follow: LogId | null): void {
    if (this.#clients.size === 0) {
      for (const log of this.#options.logs.list()) this.#announce(log)
    }
    const state = this.#options.state()
    const withViews = this.#options.logs.list().filter((log) => log.views.list().length > 0)
    const first = this.#dated([{ kind: 'snapshot', state }, ...withViews.map(viewsMessage)])
    const client = new EventClient(sse, follow, first, (missed) => this.#catchUp(missed))
    this.#clients.add(client)
    sse.onClose(() => {
      this.#clients.delete(client)
      if (this.#clients.size === 0) this.#silence()
    })
  }

  close(): void {
    for (const forget of this.#forget.splice(0)) forget()
    for (const client of this.#clients) client.end()
    this.#silence()
  }

  #onLogsChange({ kind, log }: LogsChange): void {
    if (this.#clients.size === 0) return
    switch (kind) {
      case 'added':
        this.#announce(log).changed('state')
        return
      case 'removed':
        this.#announcers.get(log.id)?.close()
        this.#announcers.delete(log.id)
        this.#viewsAnnouncers.get(log.id)?.close()
        this.#viewsAnnouncers.delete(log.id)
        this.#tell({ kind: 'removed', log: log.id })
        return
      case 'appended':
      case 'state':
        this.#announcers.get(log.id)?.changed(kind)
    }
  }

  #announce(log: Log): LogAnnouncer {
    this.#announcers.get(log.id)?.close()
    this.#viewsAnnouncers.get(log.id)?.close()
    const ways = {
      nextMoment: () => this.#nextMoment(),
      tell: (announcement: Announcement) => {
        for (const client of this.#clients) client.tell(announcement)
      },
    }
    const announcer = new LogAnnouncer(log, {
      ownLog: this.#options.ownLog,
      isFollowed: () => this.#isFollowed(log.id),
      ...ways,
    })
    this.#announcers.set(log.id, announcer)
    this.#viewsAnnouncers.set(log.id, new ViewsAnnouncer(log, ways))
    return announcer
  }

  #silence(): void {
    for (const announcer of this.#announcers.values()) announcer.close()
    this.#announcers.clear()
    for (const announcer of this.#viewsAnnouncers.values()) announcer.close()
    this.#viewsAnnouncers.clear()
  }

  #isFollowed(log: LogId): boolean {
    for (const client of this.#clients) if (client.follow === log && client.keepsUp) return true
    return false
  }

  #ping(): void {
    const json = JSON.stringify({ kind: 'ping', at: Date.now() } satisfies ServerMessage)
    const moment = this.#nextMoment()
    for (const client of this.#clients) {
      client.tell({ subject: null, json, jsonForFollowers: null, moment })
    }
  }

  #tell(subject: Subject): void {
    const { jsons, moment } = this.#catchUp([subject])
    const [json] = jsons
    if (json === undefined) return
    for (const client of this.#clients) {
      client.tell({ subject, json, jsonForFollowers: null, moment })
    }
  }

  /** The present facts about what a client missed. */
  #catchUp(subjects: readonly Subject[]): CatchUp {
    return this.#dated(subjects.flatMap((subject) => this.#present(subject) ?? []))
  }

  #dated(messages: readonly ServerMessage[]): CatchUp {
    return { jsons: messages.map((message) => JSON.stringify(message)), moment: this.#nextMoment() }
  }

  #nextMoment(): number {
    this.#moment += 1
    return this.#moment
  }

  /** Null when its log is gone: that it was removed is told by itself. */
  #present(subject: Subject): ServerMessage | null {
    switch (subject.kind) {
      case 'removed':
        return { kind: 'removed', log: subject.log }
      case 'log':
      case 'appended': {
        const state = this.#options.logs.get(subject.log)?.state()
        if (state === undefined) return null
        return subject.kind === 'log' ? { kind: 'log', log: state } : appendedMessage(state, null)
      }
      case 'views': {
        const log = this.#options.logs.get(subject.log)
        return log === undefined ? null : viewsMessage(log)
      }
      case 'generator': {
        const { generator } = this.#options
        return generator === null ? null : { kind: 'generator', generator: generator.state() }
      }
    }
  }
}
