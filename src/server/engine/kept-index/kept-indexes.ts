import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../../error-code.ts'
import type { OwnLog } from '../../own-log.ts'
import { decodeKeptIndex, encodeKeptIndex, type KeptIndex } from './kept-index.ts'
import { isKeptIndexName, keptIndexName, likelyNames } from './kept-index-name.ts'

/** Bytes of all kept indexes together: those of some 8 TB of logs, at 32 bytes per MiB. */
const MAX_BYTES = 256 * 1024 * 1024

/** Indexes kept at most, so that the folder is listed at once: more logs than anybody reads in a year. */
const MAX_FILES = 2000

/** Bytes of one kept index: that of a log of 2 TB. A larger file is none of ours, and is not read. */
const MAX_FILE_BYTES = 64 * 1024 * 1024

/** How many of the likely ones are looked at: of a log that was rotated often, only the newest matter. */
const MAX_CANDIDATES = 4

/** Files that were begun this long ago, in ms, are what a program that was killed left behind. */
const STALE_TEMPORARY_MS = 60 * 60 * 1000
const TEMPORARY = /\.index\.[0-9a-f-]{36}\.tmp$/

/**
 * The indexes of logs in the user's cache folder, for the next time that they are opened. Nothing
 * depends on them: the folder may be deleted at any time, and whatever fails (it cannot be written, it
 * is full, a file in it is damaged) is as if there were none. One sentence in the own log says so.
 */
export class KeptIndexes {
  readonly #folder: string
  readonly #ownLog: OwnLog
  readonly #maxBytes: number
  /** What was said already: the same failure comes back with every log. */
  readonly #said = new Set<string>()

  constructor(options: {
    readonly folder: string
    readonly ownLog: OwnLog
    readonly maxBytes?: number
  }) {
    this.#folder = options.folder
    this.#ownLog = options.ownLog
    this.#maxBytes = options.maxBytes ?? MAX_BYTES
  }

  /**
   * The indexes that may be this log's, likeliest first, one at a time as they are asked for. None of
   * them is verified. Never rejects.
   */
  async *find(path: string, identity: KeptIndex['identity']): AsyncGenerator<KeptIndex> {
    const names = likelyNames(await this.#list(), path, identity)
    for (const name of names.slice(0, MAX_CANDIDATES)) {
      const kept = await this.#read(name)
      if (kept !== null) yield kept
    }
  }

  /** Keeps an index, in place of an older one of the same file, and drops the oldest at the bound. Never rejects. */
  async keep(kept: KeptIndex): Promise<void> {
    const name = keptIndexName(kept.path, kept.identity)
    const temporary = join(this.#folder, `${name}.${randomUUID()}.tmp`)
    try {
      // For this user only: the paths of logs are nobody else's business.
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      try {
        await writeFile(temporary, encodeKeptIndex(kept), { mode: 0o600 })
        await rename(temporary, join(this.#folder, name))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      await this.#dropOldest()
    } catch (error) {
      this.#failed('The index of a log could not be kept; it will be built again next time.', error)
    }
  }

  async #read(name: string): Promise<KeptIndex | null> {
    const file = join(this.#folder, name)
    try {
      const kept = await readKept(file)
      if (kept !== null) return kept
      this.#say('The kept index of a log is damaged; it is built again.', { file })
      await rm(file, { force: true })
    } catch (error) {
      // Missing: dropped by another Rastro since the folder was listed.
      if (errorCode(error) === 'ENOENT') return null
      this.#failed('The kept index of a log could not be used; it is built again.', error)
    }
    return null
  }

  /** The names in the folder; none when it is not there yet. */
  async #list(): Promise<string[]> {
    try {
      return await readdir(this.#folder)
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') {
        this.#failed('The folder of kept indexes cannot be read.', error)
      }
      return []
    }
  }

  async #dropOldest(): Promise<void> {
    const names = await readdir(this.#folder)
    const now = Date.now()
    const found = await Promise.all(
      names
        .filter((name) => isKeptIndexName(name) || TEMPORARY.test(name))
        .map(async (name) => {
          const file = join(this.#folder, name)
          // Null: dropped by another Rastro meanwhile.
          const stats = await stat(file).catch(() => null)
          return { file, temporary: TEMPORARY.test(name), used: stats?.mtimeMs, size: stats?.size }
        }),
    )
    let bytes = 0
    let files = 0
    const newestFirst = found.toSorted((a, b) => (b.used ?? 0) - (a.used ?? 0))
    for (const { file, temporary, used = 0, size = 0 } of newestFirst) {
      bytes += size
      files += 1
      const stale = temporary && now - used > STALE_TEMPORARY_MS
      const surplus = !temporary && (bytes > this.#maxBytes || files > MAX_FILES)
      if (stale || surplus) await rm(file, { force: true })
    }
  }

  #failed(sentence: string, error: unknown): void {
    this.#say(sentence, { folder: this.#folder, error: String(error) })
  }

  #say(sentence: string, facts: Readonly<Record<string, unknown>>): void {
    if (this.#said.has(sentence)) return
    this.#said.add(sentence)
    this.#ownLog.warn(sentence, facts)
  }
}

/** Null when the file is no whole index. One that is read counts as used, and is dropped later. */
async function readKept(file: string): Promise<KeptIndex | null> {
  const handle = await open(file, 'r')
  try {
    if ((await handle.stat()).size > MAX_FILE_BYTES) return null
    const kept = decodeKeptIndex(await handle.readFile())
    const now = new Date()
    if (kept !== null) await handle.utimes(now, now)
    return kept
  } finally {
    await handle.close()
  }
}
