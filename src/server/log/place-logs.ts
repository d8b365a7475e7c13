import type { OwnLog } from '../own-log.ts'
import { type FoundLog, findLogs, type Places } from '../source/find-logs.ts'
import { PlaceWatch } from '../source/place-watch.ts'
import type { FileLog } from './file-log.ts'
import type { LogRegistry } from './registry.ts'

/** Logs that one folder or pattern opens at most: each is looked at four times a second. */
export const MAX_PLACE_LOGS = 64

export interface PlaceLogsOptions {
  readonly registry: LogRegistry
  readonly ownLog: OwnLog
}

/**
 * The logs of a folder or a pattern: those that are there, and those that come. A log that the user
 * closed is not opened again, and closing the last one closes the place.
 */
export class PlaceLogs {
  readonly place: Places
  readonly #options: PlaceLogsOptions
  readonly #watch: PlaceWatch
  readonly #stopListening: () => void
  /** The paths that are there and were decided about, whether they were opened or not. */
  #known = new Set<string>()
  readonly #open = new Set<FileLog>()
  readonly #dismissed = new Set<string>()
  #searching: Promise<void> | null = null
  #searchAgain = false
  #closed = false
  #isFull = false

  private constructor(place: Places, options: PlaceLogsOptions) {
    this.place = place
    this.#options = options
    this.#stopListening = options.registry.onChange(({ kind, log }) => {
      if (kind !== 'removed' || !this.#open.delete(log)) return
      this.#dismissed.add(log.path)
      if (this.#open.size === 0) void this.close()
    })
    this.#watch = new PlaceWatch(place, () => this.#searchSoon(), options.ownLog)
  }

  /** Opens what there is; of more than {@link MAX_PLACE_LOGS} those that were written to last. */
  static async open(place: Places, options: PlaceLogsOptions): Promise<PlaceLogs> {
    const logs = new PlaceLogs(place, options)
    await logs.#searchSoon()
    return logs
  }

  /** Those that are open, in the order in which they were opened. */
  get logs(): readonly FileLog[] {
    return [...this.#open]
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Stops looking for more; the logs stay open. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stopListening()
    await this.#watch.close()
    await this.#searching
  }

  #searchSoon(): Promise<void> {
    this.#searchAgain = true
    this.#searching ??= this.#searchUntilQuiet().finally(() => {
      this.#searching = null
    })
    return this.#searching
  }

  async #searchUntilQuiet(): Promise<void> {
    while (this.#searchAgain && !this.#closed) {
      this.#searchAgain = false
      this.#take(await findLogs(this.place))
    }
  }

  #take(found: readonly FoundLog[]): void {
    if (this.#closed) return
    const fresh = found.filter(({ path }) => !this.#known.has(path) && !this.#dismissed.has(path))
    this.#known = new Set(found.map(({ path }) => path))
    const room = MAX_PLACE_LOGS - this.#open.size
    const newest = new Set(fresh.toSorted((a, b) => b.modified - a.modified).slice(0, room))
    for (const log of fresh) if (newest.has(log)) this.#openLog(log)
    if (fresh.length > newest.size && !this.#isFull) this.#tellFull()
  }

  #openLog({ path }: FoundLog): void {
    this.#open.add(this.#options.registry.openFile(path, 'file', this.place.base))
  }

  /** Once for each place: the next file beyond the bound says nothing new. */
  #tellFull(): void {
    this.#isFull = true
    this.#options.ownLog.warn(`A place has more than ${MAX_PLACE_LOGS} logs: not all are opened.`, {
      folder: this.place.base,
    })
  }
}
