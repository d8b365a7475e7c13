import type { LogId } from '../../shared/protocol.ts'
import type { Engine } from '../engine/engine.ts'
import type { KeptIndexes } from '../engine/kept-index/kept-indexes.ts'
import type { OwnLog } from '../own-log.ts'
import { remoteName } from '../source/remote-name.ts'
import { openRemoteSource, type RemoteSource } from '../source/remote-source.ts'
import { spoolPath } from '../source/spool-path.ts'
import { FileLog } from './file-log.ts'
import { logIdOf } from './log-id.ts'
import type { LogRegistry } from './registry.ts'

/** Where remote logs are registered, and kept. */
export interface RemoteLogsOptions {
  readonly registry: LogRegistry
  readonly engine: Engine
  readonly keptIndexes: KeptIndexes | null
  /** Where the spools are kept. */
  readonly dataFolder: string
  readonly ownLog: OwnLog
}

/** What a log is to be connected to; `source` is null while the one before it still closes. */
interface Connection {
  readonly url: URL
  readonly authorization: string | null
  source: RemoteSource | null
}

/** Remote streams as logs: each is spooled into a file, and the file is followed like any other. */
export class RemoteLogs {
  readonly #options: RemoteLogsOptions
  readonly #connections = new Map<FileLog, Connection>()
  /** The end of the last source of each spool: nobody else may write to it before. */
  readonly #ending = new Map<LogId, Promise<void>>()

  constructor(options: RemoteLogsOptions) {
    this.#options = options
  }

  /**
   * Connects to a stream. One that is connected already is found again, and tried once more when it
   * had ended or was refused; with another token it is connected anew.
   */
  open(url: URL, authorization: string | null): FileLog {
    const { registry, engine, keptIndexes, dataFolder, ownLog } = this.#options
    const id = logIdOf(remoteName(url), url.href)
    const opened = registry.get(id)
    const before = opened === undefined ? undefined : this.#connections.get(opened)
    if (opened !== undefined && before !== undefined) {
      if (before.authorization === authorization) retryEnded(before)
      else this.#replace(opened, before, { url, authorization, source: null })
      return opened
    }
    // The spool is there before anybody follows it, unless an older source still has it.
    const connection: Connection = { url, authorization, source: null }
    if (!this.#ending.has(id)) connection.source = this.#openSource(connection)
    const log = new FileLog({
      id,
      name: remoteName(url),
      origin: { kind: 'remote', url: url.href },
      path: spoolPath(dataFolder, url),
      engine,
      keptIndexes,
      ownLog,
      encoding: 'utf-8',
    })
    this.#connections.set(log, connection)
    this.#show(log, connection)
    return registry.add(log, async () => {
      this.#end(log)
      await this.#ending.get(id)
      await log.close()
    })
  }

  #replace(log: FileLog, before: Connection, connection: Connection): void {
    if (before.source !== null) this.#end(log)
    this.#connections.set(log, connection)
    this.#show(log, connection)
  }

  /** Shows the source's news, at once or, after the source before it has ended, as soon as it is open. */
  #show(log: FileLog, connection: Connection): void {
    const { source } = connection
    if (source === null) {
      log.showPhase({ kind: 'connecting' })
      const ended = this.#ending.get(log.id) ?? Promise.resolve()
      void ended.then(() => {
        // Replaced by another token, or removed.
        if (this.#connections.get(log) !== connection) return
        connection.source = this.#openSource(connection)
        this.#show(log, connection)
      })
      return
    }
    log.showPhase(source.phase)
    source.onPhase((phase) => log.showPhase(phase))
    source.onNote(({ kind, bytes, lines, offset }) => {
      log.note({ kind, reason: null, bytes, lines }, offset)
    })
  }

  #openSource({ url, authorization }: Connection): RemoteSource {
    const { dataFolder, ownLog } = this.#options
    return openRemoteSource({ url, authorization, dataFolder, ownLog })
  }

  /** Lets go of the log's source; the spool is free when `#ending` has it no more. */
  #end(log: FileLog): void {
    const source = this.#connections.get(log)?.source ?? null
    this.#connections.delete(log)
    if (source === null) return
    const ending = source
      .close()
      .catch((error: unknown) => {
        const facts = { path: log.path, error: String(error) }
        this.#options.ownLog.warn('The file of a remote log could not be closed.', facts)
      })
      .finally(() => this.#ending.delete(log.id))
    this.#ending.set(log.id, ending)
  }
}

function retryEnded({ source }: Connection): void {
  if (source?.phase.kind === 'ended' || source?.phase.kind === 'refused') source.retry()
}
