import { type FSWatcher, watch } from 'chokidar'
import { errorCode } from '../error-code.ts'
import type { OwnLog } from '../own-log.ts'
import { depthOf, type Places } from './find-logs.ts'

/** How long more new names are waited for, in ms: a rotation of many logs is one search, not many. */
const GATHER_MS = 50

/** Longest time between two searches, in ms: the floor under a watch that stays silent. */
const SEARCH_INTERVAL_MS = 5000

/**
 * Watches a place as a hint that there are new logs in it. Only folders are watched: the system tells
 * of a new name in a folder by its `rename` event, and what is written to the files is none of it.
 */
export class PlaceWatch {
  readonly #watcher: FSWatcher
  readonly #floor: NodeJS.Timeout
  #gather: NodeJS.Timeout | undefined

  constructor(place: Places, onHint: () => void, ownLog: OwnLog) {
    this.#watcher = watch(place.base, {
      depth: depthOf(place),
      followSymlinks: false,
      ignoreInitial: true,
      ignorePermissionErrors: true,
      ignored: (_path, stats) => stats?.isFile() === true,
    })
    const hint = () => {
      this.#gather ??= setTimeout(() => {
        this.#gather = undefined
        onHint()
      }, GATHER_MS)
    }
    this.#watcher.on('raw', (event) => {
      if (event !== 'change') hint()
    })
    this.#watcher.on('all', hint)
    this.#watcher.on('ready', hint)
    this.#watcher.on('error', (error) => {
      const facts = { folder: place.base, code: errorCode(error) ?? String(error) }
      ownLog.warn('The system refuses to watch a folder; it is searched by the clock.', facts)
    })
    this.#floor = setInterval(onHint, SEARCH_INTERVAL_MS)
  }

  close(): Promise<void> {
    clearInterval(this.#floor)
    clearTimeout(this.#gather)
    return this.#watcher.close()
  }
}
