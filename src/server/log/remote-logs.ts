import type { OwnLog } from '../own-log.ts'
import { remoteName } from '../source/remote-name.ts'
import { openRemoteSource, type RemoteSource } from '../source/remote-source.ts'
import { FileLog } from './file-log.ts'
import { logIdOf } from './log-id.ts'
import type { LogRegistry } from './registry.ts'

export interface RemoteLogsOptions {
  readonly registry: LogRegistry
  /** Where the spools are kept. */
  readonly dataFolder: string
  readonly ownLog: OwnLog
}

interface Connected {
  readonly source: RemoteSource
  readonly authorization: string | null
}

/** Remote streams as logs: each is spooled into a file, and the file is followed like any other. */
export class RemoteLogs {
  readonly #options: RemoteLogsOptions
  readonly #connected = new Map<FileLog, Connected>()

  constructor(options: RemoteLogsOptions) {
    this.#options = options
  }

  /**
   * Connects to a stream. One that is connected already is found again, and tried once more when it
   * had ended or was refused; with another token it is connected anew.
   */
  open(url: URL, authorization: string | null): FileLog {
    const { registry, dataFolder, ownLog } = this.#options
    const id = logIdOf(remoteName(url), url.href)
    const opened = registry.get(id)
    const connected = opened === undefined ? undefined : this.#connected.get(opened)
    if (opened !== undefined && connected?.authorization === authorization) {
      const { kind } = connected.source.phase
      if (kind === 'ended' || kind === 'refused') connected.source.retry()
      return opened
    }
    // The old connection must be over before a new one may write to the same spool.
    if (opened !== undefined && connected !== undefined) {
      this.#connect(opened, connected.source.close(), url, authorization)
      return opened
    }
    const source = openRemoteSource({ url, authorization, dataFolder, ownLog })
    const log = new FileLog({
      id,
      name: remoteName(url),
      origin: { kind: 'remote', url: url.href },
      path: source.path,
      ownLog,
      encoding: 'utf-8',
    })
    this.#show(log, { source, authorization })
    return registry.add(log, async () => {
      await this.#connected.get(log)?.source.close()
      this.#connected.delete(log)
      await log.close()
    })
  }

  #connect(log: FileLog, closed: Promise<void>, url: URL, authorization: string | null): void {
    const { dataFolder, ownLog, registry } = this.#options
    log.showPhase({ kind: 'connecting' })
    void closed.then(() => {
      if (registry.get(log.id) !== log) return
      const source = openRemoteSource({ url, authorization, dataFolder, ownLog })
      this.#show(log, { source, authorization })
    })
  }

  #show(log: FileLog, connected: Connected): void {
    const { source } = connected
    this.#connected.set(log, connected)
    log.showPhase(source.phase)
    source.onPhase((phase) => log.showPhase(phase))
    source.onNote(({ kind, bytes, lines, offset }) => {
      log.note({ kind, reason: null, bytes, lines }, offset)
    })
  }
}
