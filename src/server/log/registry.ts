import { basename, resolve } from 'node:path'
import type { LogId } from '../../shared/protocol.ts'
import type { Engine } from '../engine/engine.ts'
import type { KeptIndexes } from '../engine/kept-index/kept-indexes.ts'
import type { OwnLog } from '../own-log.ts'
import { FileLog } from './file-log.ts'
import { logIdOf } from './log-id.ts'

export interface RegistryChange {
  readonly kind: 'added' | 'removed' | 'appended' | 'state'
  readonly log: FileLog
}

interface Entry {
  readonly log: FileLog
  readonly close: () => Promise<void>
}

/** What every opened log shares. */
export interface LogRegistryOptions {
  readonly engine: Engine
  readonly keptIndexes?: KeptIndexes | null
  readonly ownLog: OwnLog
}

/** The opened logs. A log is opened once, however often it is asked for, and has one reader. */
export class LogRegistry {
  readonly #options: LogRegistryOptions
  readonly #entries = new Map<LogId, Entry>()
  readonly #listeners = new Set<(change: RegistryChange) => void>()

  constructor(options: LogRegistryOptions) {
    this.#options = options
  }

  /**
   * Opens a file, which need not exist yet, or finds it opened. No link may lead out of the folder
   * `within`, when it is given.
   */
  openFile(
    path: string,
    kind: 'file' | 'generator' = 'file',
    within: string | null = null,
  ): FileLog {
    const absolute = resolve(path)
    const name = basename(absolute)
    const id = logIdOf(name, absolute)
    const opened = this.#entries.get(id)
    if (opened !== undefined) return opened.log
    const log = new FileLog({
      id,
      name,
      origin: { kind, path: absolute },
      path: absolute,
      within,
      ...this.#options,
    })
    return this.add(log, () => log.close())
  }

  /** Takes over a log; `close` ends it and whatever fills it. */
  add(log: FileLog, close: () => Promise<void>): FileLog {
    this.#entries.set(log.id, { log, close })
    this.#tell({ kind: 'added', log })
    log.onChange((change) => this.#tell({ kind: change, log }))
    return log
  }

  get(id: string): FileLog | undefined {
    return this.#entries.get(id)?.log
  }

  /** In the order in which they were opened. */
  list(): readonly FileLog[] {
    return [...this.#entries.values()].map((entry) => entry.log)
  }

  /** Closes a log; false when there is none with this id. Its file stays as it is. */
  async remove(id: string): Promise<boolean> {
    const entry = this.#entries.get(id)
    if (entry === undefined) return false
    this.#entries.delete(id)
    this.#tell({ kind: 'removed', log: entry.log })
    await entry.close()
    return true
  }

  onChange(listener: (change: RegistryChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    const entries = [...this.#entries.values()]
    this.#entries.clear()
    this.#listeners.clear()
    // All of them, also when one cannot be closed: a spool must be in order before the process ends.
    const ended = await Promise.allSettled(entries.map((entry) => entry.close()))
    const failed = ended.find((each) => each.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  #tell(change: RegistryChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}
