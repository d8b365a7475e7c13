import type { Encoding } from '../../../shared/encoding.ts'
import { errorCode } from '../../error-code.ts'
import { BLOCK_BYTES, type BlockIndex } from '../block-index.ts'
import { type ByteSource, BytesGone } from '../byte-source.ts'
import { newlineUnit } from '../line-ending.ts'
import { isStillTrue, takeFingerprints } from './fingerprints.ts'
import type { KeptIndex } from './kept-index.ts'
import type { KeptIndexes } from './kept-indexes.ts'

/** Smaller logs are counted as fast as a kept index is found: 8 MiB take about a millisecond. */
const MIN_BYTES = 8 * 1024 * 1024

/**
 * A growing log's index is kept again after this many bytes, which take some 6 ms to count, or after
 * this part of the log: the whole index is written each time.
 */
const KEEP_AGAIN_BYTES = 64 * 1024 * 1024
const KEEP_AGAIN_PART = 1 / 32

/** The log whose index is kept: its bytes, and what the system says of its file. */
export interface KeptLog extends ByteSource {
  /** The file that its bytes are read from. */
  readonly readIdentity: KeptIndex['identity']
  /** Null when it is not open any more. */
  stats(): Promise<{ readonly size: bigint; readonly mtimeNs: bigint } | null>
}

/** Keeps the index of one generation of a log, and finds the one that was kept the last time. */
export class IndexKeeper {
  readonly #keptIndexes: KeptIndexes
  readonly #path: string
  readonly #log: KeptLog
  /** Bytes that the newest kept index covers. */
  #keptBytes = 0
  #keeping: Promise<void> | null = null
  #closed = false

  constructor(keptIndexes: KeptIndexes, path: string, log: KeptLog) {
    this.#keptIndexes = keptIndexes
    this.#path = path
    this.#log = log
  }

  /** The kept index that is true for the first `size` bytes of the log; null without one. Never rejects. */
  async restore(encoding: Encoding, size: number): Promise<KeptIndex | null> {
    if (size < MIN_BYTES) return null
    const identity = this.#log.readIdentity
    const stats = await unlessGone(this.#log.stats())
    if (stats === null) return null
    const now = { size: Number(stats.size), changed: stats.mtimeNs }
    for await (const kept of this.#keptIndexes.find(this.#path, identity)) {
      if (kept.bytes > size || !endsAlike(kept.encoding, encoding)) continue
      if (!(await unlessGone(isStillTrue(kept, this.#log, now)))) continue
      this.#keptBytes = kept.bytes
      return kept
    }
    return null
  }

  /** Called as the index grows: keeps it when there is enough that is new. */
  grew(index: BlockIndex, encoding: Encoding): void {
    if (this.#closed || this.#keeping !== null || index.bytes < MIN_BYTES) return
    const again = Math.max(KEEP_AGAIN_BYTES, this.#keptBytes * KEEP_AGAIN_PART)
    if (this.#keptBytes > 0 && index.bytes < this.#keptBytes + again) return
    this.#keeping = this.#keep(index, encoding).finally(() => {
      this.#keeping = null
    })
  }

  /** Keeps what is known at the end, also of an index that is built by half. Never rejects. */
  async close(index: BlockIndex, encoding: Encoding): Promise<void> {
    const first = !this.#closed
    this.#closed = true
    await this.#keeping
    if (first && index.bytes >= this.#keptBytes + MIN_BYTES) await this.#keep(index, encoding)
  }

  async #keep(index: BlockIndex, encoding: Encoding): Promise<void> {
    const log = this.#log
    const identity = log.readIdentity
    const newlines = index.wholeBlocks()
    const bytes = newlines.length * BLOCK_BYTES
    // Also when it cannot be kept now: the next try is due when the log has grown again.
    this.#keptBytes = bytes
    const stats = await unlessGone(log.stats())
    const fingerprints = await unlessGone(takeFingerprints(log, bytes, newlines, encoding))
    if (stats === null || fingerprints === null) return
    await this.#keptIndexes.keep({
      identity,
      path: this.#path,
      encoding,
      bytes,
      newlines,
      size: Number(stats.size),
      changed: stats.mtimeNs,
      fingerprints,
    })
  }
}

/** Null when the log was truncated, given back or cannot be read: then nothing can be said of it. */
async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof BytesGone || errorCode(error) !== null) return null
    throw error
  }
}

/** Whether lines end at the same bytes in both. */
function endsAlike(a: Encoding, b: Encoding): boolean {
  return a === b || (newlineUnit(a) === 1 && newlineUnit(b) === 1)
}
