import type { Encoding } from '../../shared/encoding.ts'
import { BLOCK_BYTES, BlockIndex } from '../engine/block-index.ts'
import { type ByteSource, BytesGone } from '../engine/byte-source.ts'
import type { Engine } from '../engine/engine.ts'
import type { CountTask, EngineFile } from '../engine/engine-task.ts'
import type { IndexKeeper } from '../engine/kept-index/index-keeper.ts'

/**
 * Up to this many bytes are counted in this thread at once, when they are in memory anyway: it takes
 * under 1 ms, and a log that is written to all the time is caught up with.
 */
const HERE_BYTES = 1024 * 1024

/** A generation's bytes, as its index is built from them. */
export interface IndexedBytes extends ByteSource {
  /** Bytes read so far. */
  readonly size: number
  /** See `Generation.engineFile`. */
  readonly engineFile: EngineFile | null
  /** The bytes from `offset` to the end where they are still in memory; null where they are not. */
  recent(offset: number): Uint8Array | null
}

export interface IndexBuilderOptions {
  readonly log: IndexedBytes
  /** Counts what is not in memory; null where nothing but fresh bytes is counted. */
  readonly engine: Engine | null
  readonly encoding: Encoding
  /** Has the index of the last time, and keeps this one for the next; null where none is kept. */
  readonly keeper: IndexKeeper | null
  /** Called when more is counted, save by calls of {@link IndexBuilder.append} and `catchUp`. */
  readonly onProgress: () => void
}

/**
 * Keeps the index of a growing file: fresh bytes are counted as they are read, and what stood in the
 * file before is counted by the engine.
 */
export class IndexBuilder {
  readonly #options: IndexBuilderOptions
  #encoding: Encoding
  #index: BlockIndex
  #building: Promise<void> | null = null
  /** Ends the count that is under way. */
  #ended = new AbortController()
  #closed = false
  #pieces = 0

  constructor(options: IndexBuilderOptions) {
    this.#options = options
    this.#encoding = options.encoding
    this.#index = new BlockIndex(options.encoding)
  }

  get index(): BlockIndex {
    return this.#index
  }

  /** How often counts were taken over that were not made of bytes as they were read. */
  get pieces(): number {
    return this.#pieces
  }

  /** Forgets what was counted: the lines end elsewhere. */
  restart(encoding: Encoding): void {
    this.#encoding = encoding
    this.#index = new BlockIndex(encoding)
    this.#ended.abort()
    this.#ended = new AbortController()
  }

  /** Counts bytes that were just read at `offset`, when everything before them is counted. */
  append(offset: number, bytes: Uint8Array): void {
    if (this.#index.bytes !== offset) return
    this.#index.append(bytes)
    this.#options.keeper?.grew(this.#index, this.#encoding)
  }

  /** Counts what is missing: at once what is in memory, in the background what is not. */
  catchUp(): void {
    if (this.#building !== null || this.#options.engine === null) return
    this.#countRecent()
    if (this.#nextTask() === null) return
    this.#building = this.#build()
  }

  /** Ends the counting and keeps what was counted; resolves when nothing is read any more. Never rejects. */
  async close(): Promise<void> {
    this.#closed = true
    this.#ended.abort()
    await this.#building
    await this.#options.keeper?.close(this.#index, this.#encoding)
  }

  async #build(): Promise<void> {
    await this.#restore()
    for (;;) {
      const task = this.#nextTask()
      if (task === null) break
      const { signal } = this.#ended
      const counted = await this.#count(task, signal)
      // Restarted, or in the copy of what was truncated: what could not be counted there can be here.
      const elsewhere = signal.aborted || this.#options.log.engineFile?.fd !== task.file.fd
      if (!counted && !elsewhere) break
      if (this.#countRecent()) this.#options.onProgress()
    }
    // With the decision to end, not a turn later: whoever finds more to count begins again.
    this.#building = null
    if (!this.#closed) this.#options.keeper?.grew(this.#index, this.#encoding)
  }

  /** Begins with what was counted the last time. */
  async #restore(): Promise<void> {
    const { keeper, log, onProgress } = this.#options
    const index = this.#index
    if (keeper === null || index.bytes > 0) return
    const kept = await keeper.restore(this.#encoding, log.size)
    if (kept === null || index !== this.#index) return
    index.appendCounts(0, kept.newlines, kept.bytes)
    this.#pieces += 1
    onProgress()
  }

  /** What the engine is to count next; null when there is nothing, or nothing that can be read. */
  #nextTask(): CountTask | null {
    const { log } = this.#options
    const { bytes } = this.#index
    if (this.#closed || bytes >= log.size) return null
    const file = log.engineFile
    // A block that is counted by half is counted again: tasks begin where a block does.
    return file === null ? null : { file, from: bytes - (bytes % BLOCK_BYTES), to: log.size }
  }

  /** Whether all of it was counted. Never rejects. */
  async #count(task: CountTask, signal: AbortSignal): Promise<boolean> {
    const { engine, onProgress } = this.#options
    const index = this.#index
    if (engine === null) return false
    try {
      const { to } = await engine.run('count', task, {
        onPiece: (piece) => {
          index.appendCounts(piece.from, piece.newlines, piece.to)
          this.#pieces += 1
          onProgress()
        },
        signal,
      })
      return to >= task.to
    } catch (error) {
      // Truncated or rewritten, which the next look at the file finds out.
      if (signal.aborted || error instanceof BytesGone) return false
      return this.#countHere(index, signal)
    }
  }

  /** Counts a piece in this thread: the engine failed, and says why itself. */
  async #countHere(index: BlockIndex, signal: AbortSignal): Promise<boolean> {
    const { log, onProgress } = this.#options
    const at = index.bytes
    try {
      const bytes = await log.read(at, Math.min(HERE_BYTES, log.size - at))
      if (signal.aborted || index.bytes !== at) return true
      index.append(bytes)
      onProgress()
      return bytes.length > 0
    } catch {
      // They cannot be read: lines that cannot be read need no numbers.
      return false
    }
  }

  /** Counts what is missing when it is little and in memory; whether there was anything. */
  #countRecent(): boolean {
    const { log } = this.#options
    const { bytes } = this.#index
    if (bytes >= log.size || log.size - bytes > HERE_BYTES) return false
    const recent = log.recent(bytes)
    if (recent === null) return false
    this.#index.append(recent)
    return true
  }
}
