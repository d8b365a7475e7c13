import { decodeCursor } from '../../shared/cursor.ts'
import type { LogPhase } from '../../shared/protocol.ts'
import type { OwnLog } from '../own-log.ts'
import { eventLines } from './event-lines.ts'
import { EventSourceClient } from './event-source-client.ts'
import type { StreamEvent } from './event-stream-decoder.ts'
import { type RemoteNews, type RemoteNote, remoteNews } from './remote-note.ts'
import { isRastroStream } from './remote-url.ts'
import { resumeOutcome } from './resume-outcome.ts'
import { Spool } from './spool.ts'
import type { SpoolReady } from './spool-writer.ts'

/** Which stream is spooled, and where. */
export interface RemoteSourceOptions {
  /** As `parseRemoteUrl` answers it. */
  readonly url: URL
  readonly authorization?: string | null
  /** The file of the spool: nobody else may write to it. */
  readonly path: string
  readonly ownLog: OwnLog
}

/** The phases that a remote log can have. */
export type RemotePhase = Extract<
  LogPhase,
  { kind: 'connecting' | 'live' | 'reconnecting' | 'ended' | 'refused' }
>

/** A remote stream that becomes a file. */
export interface RemoteSource {
  /** The spool: there from the first moment, unless the disk refuses. */
  readonly path: string
  readonly phase: RemotePhase
  onPhase(listener: (phase: RemotePhase) => void): () => void
  onNote(listener: (note: RemoteNote) => void): () => void
  /** Tries again now: after `ended` and `refused`, or instead of waiting for the next try. */
  retry(): void
  /** Ends the connection, then writes what came before; no further line after it resolves. */
  close(): Promise<void>
}

/** Connects to the stream and goes on where an earlier run ended. */
export function openRemoteSource(options: RemoteSourceOptions): RemoteSource {
  return new SpooledStream(options)
}

/** What the first event after a connect is still to be compared with. */
interface Reopened {
  readonly sentId: string
}

class SpooledStream implements RemoteSource {
  readonly #options: RemoteSourceOptions
  readonly #spool: Spool
  readonly #rastro: boolean
  readonly #phaseListeners = new Set<(phase: RemotePhase) => void>()
  readonly #noteListeners = new Set<(note: RemoteNote) => void>()
  /** Null until the spool is open: only then it is known where to go on. */
  #client: EventSourceClient | null = null
  #reopened: Reopened | null = null
  /** Whether lines of this stream are in the spool, from this run or an earlier one. */
  #before = false
  /** Lines of the chunk that is being read, and the position after them. */
  #lines: string[] = []
  #lastEventId = ''
  /** The position that the spool was last told. */
  #savedId = ''
  #closed = false

  constructor(options: RemoteSourceOptions) {
    this.#options = options
    this.#rastro = isRastroStream(options.url)
    this.#spool = new Spool(options.path, options.ownLog, {
      onReady: (found) => this.#connect(found),
      onTrouble: () => this.#tellPhase(),
      onDrain: () => this.#client?.resume(),
    })
    this.#spool.start()
  }

  get path(): string {
    return this.#spool.path
  }

  get phase(): RemotePhase {
    const { trouble } = this.#spool
    if (trouble === null) return this.#client?.phase ?? { kind: 'connecting' }
    const { attempt, retryAt, detail } = trouble
    return { kind: 'reconnecting', attempt, retryAt, reason: { kind: 'disk', detail } }
  }

  onPhase(listener: (phase: RemotePhase) => void): () => void {
    this.#phaseListeners.add(listener)
    return () => this.#phaseListeners.delete(listener)
  }

  onNote(listener: (note: RemoteNote) => void): () => void {
    this.#noteListeners.add(listener)
    return () => this.#noteListeners.delete(listener)
  }

  retry(): void {
    this.#spool.retry()
    this.#client?.retry()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#client?.close()
    await this.#spool.close()
    this.#phaseListeners.clear()
    this.#noteListeners.clear()
  }

  #connect({ lastEventId, bytes, lost }: SpoolReady): void {
    if (this.#closed) return
    this.#before = bytes > 0
    this.#lastEventId = lastEventId
    this.#savedId = lastEventId
    if (lost > 0) this.#note({ kind: 'gap', bytes: lost, lines: null })
    const { url, authorization = null } = this.#options
    this.#client = new EventSourceClient(
      { url, authorization, lastEventId },
      {
        onPhase: () => this.#tellPhase(),
        onOpen: (sentId) => {
          this.#reopened = { sentId }
        },
        onEvent: (event, id) => {
          this.#onEvent(event)
          this.#lastEventId = id
        },
        onChunk: (id) => {
          this.#lastEventId = id
          this.#flush()
        },
      },
    )
    this.#client.retry()
  }

  #onEvent(event: StreamEvent): void {
    if (event.type === 'message') {
      this.#checkResume(event)
      const joined = this.#rastro && event.id !== null && decodeCursor(event.id) !== null
      this.#lines.push(...eventLines(event.data, joined))
      this.#before = true
      return
    }
    if (!this.#rastro) return
    const news = remoteNews(event.type, event.data)
    if (news === null) return
    // The server itself tells about the lines in between: no guess of ours beside it.
    if (news.kind === 'gap') this.#reopened = null
    this.#note(news)
  }

  #checkResume(event: StreamEvent): void {
    if (this.#reopened === null) return
    const { sentId } = this.#reopened
    this.#reopened = null
    const outcome = resumeOutcome(sentId, event.id, this.#before)
    if (outcome === 'first') return
    this.#spool.setResumes(outcome === 'resumed')
    if (outcome === 'resumed') return
    this.#options.ownLog.warn('The remote server cannot resume: lines may be missing or repeated.')
    this.#note({ kind: 'gap', bytes: null, lines: null })
  }

  /** Puts a note after the lines before it; it is told when those are in the file. */
  #note(news: RemoteNews): void {
    this.#flush()
    this.#spool.mark((offset) => {
      for (const listener of this.#noteListeners) listener({ ...news, offset })
    })
  }

  #flush(): void {
    if (this.#lines.length === 0 && this.#lastEventId === this.#savedId) return
    this.#savedId = this.#lastEventId
    const text = this.#lines.length === 0 ? '' : `${this.#lines.join('\n')}\n`
    this.#lines = []
    if (!this.#spool.append(text, this.#lastEventId)) this.#client?.pause()
  }

  #tellPhase(): void {
    if (this.#closed) return
    const { phase } = this
    for (const listener of this.#phaseListeners) listener(phase)
  }
}
