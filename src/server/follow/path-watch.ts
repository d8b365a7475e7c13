import { type FSWatcher, watch } from 'chokidar'
import { errorCode } from '../error-code.ts'

/**
 * Watches a path as a hint that it is worth a look. chokidar follows the name through renames,
 * missing directories and links; its `raw` event comes within a millisecond, its others are slower
 * and cover what `raw` misses. Nothing here is trusted: the follower looks for itself, and at least
 * every 250 ms, so that a watch that fails (no inotify instances left, a network mount) costs
 * latency and never a line.
 */
export class PathWatch {
  readonly #watcher: FSWatcher
  #failed = false

  /** `onFail` is called once, with the system's error code, when the system refuses to watch. */
  constructor(path: string, onHint: () => void, onFail: (code: string) => void) {
    this.#watcher = watch(path, {
      ignoreInitial: true,
      atomic: false,
      ignorePermissionErrors: true,
      depth: 0,
    })
    this.#watcher.on('raw', onHint)
    this.#watcher.on('all', onHint)
    this.#watcher.on('error', (error) => {
      if (this.#failed) return
      this.#failed = true
      onFail(errorCode(error) ?? String(error))
    })
  }

  close(): Promise<void> {
    return this.#watcher.close()
  }
}
