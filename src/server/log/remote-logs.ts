import type { LogId } from '../../shared/protocol.ts'
import type { Engine } from '../engine/engine.ts'
import type { KeptIndexes } from '../engine/kept-index/kept-indexes.ts'
import type { OwnLog } from '../own-log.ts'
import { claimSpool, type SpoolClaim } from '../source/claim-spool.ts'
import { type NotedStream, noteStream } from '../source/noted-stream.ts'
import { remoteName } from '../source/remote-name.ts'
import { openRemoteSource, type RemoteSource } from '../source/remote-source.ts'
import { parseRemoteUrl } from '../source/remote-url.ts'
import { settleSpool } from '../source/spool-file.ts'
import { readStreamList, writeStreamList } from '../source/stream-list.ts'
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
  /** Where the open streams are noted for the next start; null for nowhere. */
  readonly listFile: string | null
  readonly ownLog: OwnLog
}

/** In the place of a secret that was not noted: the stream is listed, and not connected without it. */
const NOT_NOTED = Symbol('not noted')

/**
 * What a log is to be connected to; `source` is null while the one before it still closes, and as long
 * as a secret is awaited.
 */
interface Connection {
  readonly url: URL
  readonly authorization: string | null | typeof NOT_NOTED
  readonly noted: NotedStream
  source: RemoteSource | null
}

/** Remote streams as logs: each is spooled into a file, and the file is followed like any other. */
export class RemoteLogs {
  readonly #options: RemoteLogsOptions
  readonly #connections = new Map<FileLog, Connection>()
  /** The end of the last source of each spool: nobody else may write to it before. */
  readonly #ending = new Map<LogId, Promise<void>>()
  /** The spools of the logs, from the first look at one until its log is gone and its source has ended. */
  readonly #claims = new Map<LogId, SpoolClaim>()

  constructor(options: RemoteLogsOptions) {
    this.#options = options
    options.registry.onChange(({ kind, log }) => {
      const connection = kind === 'removed' ? this.#connections.get(log) : undefined
      if (connection !== undefined) this.#noteAll(connection)
    })
  }

  /**
   * Connects to a stream. One that is connected already is found again, and tried once more when it
   * had ended or was refused; with another token it is connected anew.
   */
  open(url: URL, authorization: string | null): FileLog {
    const log = this.#connect(url, authorization)
    this.#noteAll()
    return log
  }

  #connect(url: URL, authorization: string | null): FileLog {
    const { registry } = this.#options
    const id = logIdOf(remoteName(url), url.href)
    const noted = noteStream(url, authorization)
    const opened = registry.get(id)
    const before = opened === undefined ? undefined : this.#connections.get(opened)
    if (opened !== undefined && before !== undefined) {
      if (before.authorization === authorization) retryEnded(before)
      else this.#replace(opened, before, { url, authorization, noted, source: null })
      return opened
    }
    // The spool is there before anybody follows it, unless an older source still has it.
    const connection: Connection = { url, authorization, noted, source: null }
    if (!this.#ending.has(id)) connection.source = this.#openSource(connection)
    const log = this.#add(connection)
    this.#show(log, connection)
    return log
  }

  /**
   * Brings back the streams of the last run, as far as `mayOpen` lets them be connected: those that
   * needed no secret are connected, the others listed with what came before, until the user gives it
   * again. Answers how many there are.
   */
  reopen(mayOpen: (url: URL) => boolean): number {
    const { listFile, ownLog } = this.#options
    if (listFile === null) return 0
    for (const noted of readStreamList(listFile, ownLog)) {
      // A file on a disk is no more to be trusted than what a person types.
      const remote = parseRemoteUrl(noted.address)
      if (remote.kind === 'refused' || !mayOpen(remote.url)) {
        const { address } = noted
        ownLog.warn('A remote stream was not opened again: its address is refused.', { address })
        continue
      }
      const { url } = remote
      if (noted.secret === null) {
        this.#connect(url, remote.authorization)
        continue
      }
      if (this.#options.registry.get(logIdOf(remoteName(url), url.href)) !== undefined) continue
      settleSpool(this.#spoolOf(url), ownLog)
      const log = this.#add({ url, authorization: NOT_NOTED, noted, source: null })
      log.showPhase({ kind: 'refused', reason: { kind: 'secret', ...noted.secret } })
    }
    this.#noteAll()
    return this.#connections.size
  }

  /** Notes that nothing is open. */
  forget(): void {
    this.#noteAll()
  }

  #add(connection: Connection): FileLog {
    const { registry, engine, keptIndexes, ownLog } = this.#options
    const { url } = connection
    const log = new FileLog({
      id: logIdOf(remoteName(url), url.href),
      name: remoteName(url),
      origin: { kind: 'remote', url: url.href },
      path: this.#spoolOf(url),
      engine,
      keptIndexes,
      ownLog,
      encoding: 'utf-8',
    })
    this.#connections.set(log, connection)
    return registry.add(log, async () => {
      this.#end(log)
      await this.#ending.get(log.id)
      await log.close()
      this.#release(log.id)
    })
  }

  /** The file of a stream, which no other server writes to. */
  #spoolOf(url: URL): string {
    const { dataFolder, ownLog } = this.#options
    const id = logIdOf(remoteName(url), url.href)
    const claim = this.#claims.get(id) ?? claimSpool(dataFolder, url, ownLog)
    this.#claims.set(id, claim)
    return claim.path
  }

  /** Gives a spool back, unless the same stream was opened again meanwhile. */
  #release(id: LogId): void {
    for (const log of this.#connections.keys()) if (log.id === id) return
    this.#claims.get(id)?.release?.()
    this.#claims.delete(id)
  }

  /** A log in which a secret is awaited goes as soon as its stream is live under the address with the secret. */
  #removeAwaiting(address: string, connected: FileLog): void {
    for (const [log, { authorization, noted }] of this.#connections) {
      if (log === connected || authorization !== NOT_NOTED || noted.address !== address) continue
      this.#options.registry.remove(log.id).catch((error: unknown) => {
        this.#options.ownLog.warn('A remote log could not be closed.', { error: String(error) })
      })
    }
  }

  #noteAll(except?: Connection): void {
    const { listFile, ownLog } = this.#options
    if (listFile === null) return
    const open = [...this.#connections.values()].filter((connection) => connection !== except)
    const byAddress = new Map(open.map(({ noted }) => [noted.address, noted]))
    writeStreamList(listFile, [...byAddress.values()], ownLog)
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
    source.onPhase((phase) => {
      log.showPhase(phase)
      if (phase.kind === 'live') this.#removeAwaiting(connection.noted.address, log)
    })
    source.onNote(({ kind, bytes, lines, offset }) => {
      log.note({ kind, reason: null, bytes, lines }, offset)
    })
  }

  #openSource({ url, authorization }: Connection): RemoteSource {
    const { ownLog } = this.#options
    if (authorization === NOT_NOTED) throw new Error('Ask for the secret of the stream first.')
    return openRemoteSource({ url, authorization, path: this.#spoolOf(url), ownLog })
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
