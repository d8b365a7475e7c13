import type { Encoding } from '../../../shared/encoding.ts'
import { BLOCK_BYTES, type BlockIndex } from '../block-index.ts'
import { type ByteSource, BytesGone } from '../byte-source.ts'
import { newlineUnit } from '../line-ending.ts'
import { isStillTrue, takeFingerprints } from './fingerprints.ts'
import type { KeptIndex } from './kept-index.ts'
import type { KeptIndexes } from './kept-indexes.ts'

/** Smaller logs are counted as fast as a kept index is looked for: 8 MiB take about a millisecond. */
const MIN_BYTES = 8 * 1024 * 1024

/** A growing log's index is kept again after this much: counting it takes some 6 ms. */
const KEEP_AGAIN_BYTES = 64 * 1024 * 1024

/** The log whose index is kept: its bytes, and what the system says of its file. */
export interface KeptLog extends ByteSource {
  /** Null when its file is not open any more. */
  stats(): Promise<{ readonly size: bigint; readonly mtimeNs: bigint } | null>
}

export interface IndexKeeperOptions {
  readonly keptIndexes: KeptIndexes
  readonly path: string
  readonly identity: KeptIndex['identity']
  readonly log: KeptLog
}

/** Keeps the index of one generation of a log, and finds the one that was kept the last time. */
export class IndexKeeper {
  readonly #options: IndexKeeperOptions
  /** Bytes that the newest kept index covers. */
  #keptBytes = 0
  #keeping: Promise<void> | null = null
  #closed = false

  constructor(options: IndexKeeperOptions) {
    this.#options = options
  }

  /** The kept index that is true for the first `size` bytes of the log; null without one. Never rejects. */
  async restore(encoding: Encoding, size: number): Promise<KeptIndex | null> {
    if (size < MIN_BYTES) return null
    const { keptIndexes, path, identity, log } = this.#options
    const stats = await log.stats()
    if (stats === null) return null
    const now = { size: Number(stats.size), changed: stats.mtimeNs }
    for await (const kept of keptIndexes.find(path, identity)) {
      if (kept.bytes > size || !endsAlike(kept.encoding, encoding)) continue
      if (!(await unlessGone(isStillTrue(kept, log, now)))) continue
      this.#keptBytes = kept.bytes
      return kept
    }
    return null
  }

  /** Called as the index grows: keeps it when there is enough that is new. */
  grew(index: BlockIndex, encoding: Encoding): void {
    const due = Math.max(MIN_BYTES, this.#keptBytes === 0 ? 0 : this.#keptBytes + KEEP_AGAIN_BYTES)
    if (this.#closed || this.#keeping !== null || index.bytes < due) return
    this.#keeping = this.#keep(index, encoding).finally(() => {
      this.#keeping = null
    })
  }

  /** Keeps what is known at the end, also of an index that is built by half. Never rejects. */
  async close(index: BlockIndex, encoding: Encoding): Promise<void> {
    this.#closed = true
    await this.#keeping
    if (index.bytes >= MIN_BYTES && index.bytes > this.#keptBytes + MIN_BYTES) {
      await this.#keep(index, encoding)
    }
  }

  async #keep(index: BlockIndex, encoding: Encoding): Promise<void> {
    const { keptIndexes, path, identity, log } = this.#options
    const newlines = index.wholeBlocks()
    const bytes = newlines.length * BLOCK_BYTES
    // Also when the log cannot be kept now: the next try is due when it has grown again.
    this.#keptBytes = bytes
    const stats = await log.stats()
    const fingerprints = await unlessGone(takeFingerprints(log, bytes, newlines, encoding))
    if (stats === null || fingerprints === null) return
    await keptIndexes.keep({
      identity,
      path,
      encoding,
      bytes,
      newlines,
      size: Number(stats.size),
      changed: stats.mtimeNs,
      fingerprints,
    })
  }
}

/** Null when the log was truncated or given back meanwhile: then nothing can be said of it. */
async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof BytesGone) return null
    throw error
  }
}

/** Whether lines end at the same bytes in both. */
function endsAlike(a: Encoding, b: Encoding): boolean {
  return a === b || (newlineUnit(a) === 1 && newlineUnit(b) === 1)
}
