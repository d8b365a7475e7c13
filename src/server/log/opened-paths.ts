import { resolve } from 'node:path'
import type { LogId } from '../../shared/protocol.ts'
import { type Place, readPlace } from '../source/place.ts'
import { PlaceLogs, type PlaceLogsOptions } from './place-logs.ts'

/** Whatever the user named: files, folders and patterns, and the logs that they are. */
export class OpenedPaths {
  readonly #options: PlaceLogsOptions
  readonly #places = new Map<string, Promise<PlaceLogs>>()

  constructor(options: PlaceLogsOptions) {
    this.#options = options
  }

  /**
   * Opens a file, or the logs of a folder or a pattern, or finds them opened. Answers their ids; of a
   * folder those that are there now, more may come.
   */
  async open(path: string): Promise<readonly LogId[]> {
    const place = await readPlace(path)
    if (place.kind === 'file') return [this.#options.registry.openFile(place.path).id]
    const absolute = resolve(path)
    const opened = await this.#openPlace(absolute, place)
    return opened.logs.map(({ id }) => id)
  }

  /** What would open all that is open of it: a file by its path, a place by its own. */
  async paths(): Promise<readonly string[]> {
    const found = new Set<string>()
    const places: string[] = []
    for (const [path, opening] of this.#places) {
      const opened = await opening
      if (opened.closed) continue
      places.push(path)
      for (const log of opened.logs) found.add(log.path)
    }
    const files = this.#options.registry
      .list()
      .filter((log) => log.state().origin.kind === 'file' && !found.has(log.path))
    return [...files.map((log) => log.path), ...places]
  }

  async close(): Promise<void> {
    const opened = await Promise.all(this.#places.values())
    await Promise.all(opened.map((place) => place.close()))
  }

  async #openPlace(path: string, place: Exclude<Place, { kind: 'file' }>): Promise<PlaceLogs> {
    const before = this.#places.get(path)
    if (before !== undefined && !(await before).closed) return before
    const opening = PlaceLogs.open(place, this.#options)
    this.#places.set(path, opening)
    return opening
  }
}
