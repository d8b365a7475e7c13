/*
 * One incarnation of a followed file: its handle, what was read of it, what of that is in memory, and
 * its index. Longer than most files here because these change together, with every read.
 */
import type { BigIntStats } from 'node:fs'
import type { Encoding } from '../../shared/encoding.ts'
import type { BlockIndex } from '../engine/block-index.ts'
import { decodeLine, detectEncoding } from '../engine/decode.ts'
import type { Engine } from '../engine/engine.ts'
import type { EngineFile } from '../engine/engine-task.ts'
import { IndexKeeper, type KeptLog } from '../engine/kept-index/index-keeper.ts'
import type { KeptIndexes } from '../engine/kept-index/kept-indexes.ts'
import { endOfLastLine } from '../engine/last-lines.ts'
import { newlineUnit } from '../engine/line-ending.ts'
import { type FileIdentity, HEAD_BYTES, PROBE_BYTES } from './file-change.ts'
import type { Jump, Past } from './fresh-reader.ts'
import { makeToken } from './generation-token.ts'
import { HeldFile, type OpenFile } from './held-file.ts'
import { createHotTail } from './hot-tail.ts'
import { IndexBuilder, type IndexedBytes } from './index-builder.ts'
import { readFully } from './read-fully.ts'
import { encodingOf, finishLast, type ReadSoFar, takeBytes } from './read-so-far.ts'

/**
 * A file up to this size, in bytes, is held in memory from the start: its lines stay on the screen
 * when somebody empties it.
 */
const SMALL_BYTES = 1024 * 1024

/** Bytes of an unfinished line that are shown. */
const PARTIAL_BYTES = 4096

export interface GenerationStart extends OpenFile {
  /** The first bytes of the file, at most {@link HEAD_BYTES}. */
  readonly head: Uint8Array
  /** Whether its bytes are on this machine. */
  readonly local: boolean
  /** Counts its lines and reads its bytes at rest; null for one that is only read through once. */
  readonly engine: Engine | null
  /** Where its index is kept, and the path of its log there; null when it is not. */
  readonly kept: { readonly indexes: KeptIndexes; readonly path: string } | null
  /** Counts the incarnations of one inode. */
  readonly epoch: number
  /** The first byte that belongs to this generation: 0, or what a truncation kept. */
  readonly from: number
  /** Chosen by the user; null to find it by the byte order mark. */
  readonly encoding: Encoding | null
  /** Its name in cursors when that was given already; made at the first call otherwise. */
  readonly token?: string
}

/** Bytes that a generation got, with the lines in them. */
export interface Grown {
  readonly from: number
  readonly to: number
  /** Null where they are left to the engine: whole lines, too many to read them one by one. */
  readonly bytes: Uint8Array | null
}

/** What the next read of a generation goes on from. */
export interface GenerationPast extends Past {
  /** The index's pieces at this moment, see {@link Generation.confirm}. */
  readonly pieces: number
}

export class Generation implements IndexedBytes, KeptLog {
  readonly identity: FileIdentity
  readonly epoch: number
  readonly from: number
  /** Whether its bytes are on this machine. */
  readonly local: boolean
  readonly file: HeldFile
  #token: string | null
  #read: ReadSoFar
  #hot = createHotTail()
  readonly #engine: Engine | null
  readonly #builder: IndexBuilder
  /** The builder's pieces when the file was last seen to be the one that was read so far. */
  #surePieces = 0

  constructor(start: GenerationStart, onIndexed: () => void) {
    this.#token = start.token ?? null
    this.identity = start.identity
    this.epoch = start.epoch
    this.from = start.from
    this.local = start.local
    this.file = new HeldFile(start, start.engine)
    this.#engine = start.engine
    this.#read = {
      head: Uint8Array.from(start.head.subarray(0, start.from)),
      size: start.from,
      finished: start.from,
      flushed: false,
      encoding: start.encoding ?? detectEncoding(start.head),
    }
    this.#builder = new IndexBuilder({
      log: this,
      engine: start.engine,
      encoding: this.encoding,
      keeper: start.kept && new IndexKeeper(start.kept.indexes, start.kept.path, this),
      onProgress: onIndexed,
    })
  }

  /** Its name in cursors. Fixed at the first call, which must come after its first line. */
  get token(): string {
    this.#token ??= makeToken(this.identity, this.head, this.epoch)
    return this.#token
  }

  /** Bytes read, from 0. */
  get size(): number {
    return this.#read.size
  }

  /** The offset after the last finished line. */
  get finished(): number {
    return this.#read.finished
  }

  /** Whether the last line ended with the file and not with a line feed. */
  get flushed(): boolean {
    return this.#read.flushed
  }

  get encoding(): Encoding {
    return encodingOf(this.#read)
  }

  get head(): Uint8Array {
    return this.#read.head
  }

  get index(): BlockIndex {
    return this.#builder.index
  }

  /**
   * Its bytes for the engine's threads, null when it has no engine or cannot be read any more. To be
   * asked for right before each task: the descriptor can be another one after an await.
   */
  get engineFile(): EngineFile | null {
    if (this.#engine === null || !this.readable) return null
    const { encoding, head } = this
    const { handle } = this.file
    if (handle !== null) return { fd: handle.fd, encoding, head }
    const { from, to } = this.#hot
    return { fd: -1, encoding, head, held: { from, bytes: this.inMemory(from, to - from) } }
  }

  /** Whether its bytes from `offset` to the end are still in memory. */
  isHot(offset: number): boolean {
    return this.#hot.to === this.size && offset >= this.#hot.from
  }

  /** Whether its file is held open. */
  get held(): boolean {
    return this.file.handle !== null
  }

  /** Whether all of it can still be read: in its file, or in memory when it was small. */
  get readable(): boolean {
    return this.held || (this.#hot.from <= this.from && this.#hot.to === this.size)
  }

  /** Takes the file's present content as read, up to its last finished line. */
  async skipExisting(size: number): Promise<void> {
    const handle = this.file.open()
    const head = await readFully(handle, 0, Math.min(size, HEAD_BYTES))
    this.#know({ head, encoding: this.#read.encoding ?? detectEncoding(head) })
    const even = size - (size % newlineUnit(this.encoding))
    this.#know({ size: even })
    await this.#findLastLine()
    const recent = even <= SMALL_BYTES ? 0 : even - PARTIAL_BYTES
    this.#hot.append(recent, await readFully(handle, recent, even - recent))
    this.#builder.catchUp()
  }

  /** What the next read goes on from; null when nothing can come any more. */
  get past(): GenerationPast | null {
    const { handle } = this.file
    if (handle === null || this.flushed) return null
    const { size, head } = this
    const before = this.inMemory(Math.max(this.#hot.from, size - PROBE_BYTES), PROBE_BYTES)
    return { handle, size, head, before, pieces: this.#builder.pieces }
  }

  /** A read found the file to be the one that was read so far: so it was when `past` was asked for. */
  confirm({ pieces }: GenerationPast): void {
    this.#surePieces = pieces
  }

  /** Takes over freshly read bytes, as a copy; null when there is nothing to take yet. */
  take(read: Uint8Array): Uint8Array | null {
    const before = this.#read
    const { after, bytes } = takeBytes(before, read)
    this.#read = after
    if (before.encoding === null && after.encoding !== null) this.#builder.restart(after.encoding)
    if (bytes === null) return null
    this.#hot.append(before.size, bytes)
    this.#builder.append(before.size, bytes)
    this.#builder.catchUp()
    return bytes
  }

  /** Goes on behind a jump: what was passed over is left to the engine. */
  passOver({ offset, bytes, end }: Jump): void {
    this.#hot.append(offset, bytes)
    this.#know({ size: end, finished: end })
    this.#builder.catchUp()
  }

  /** Its file is done: what is in memory of it goes, and what stands after the last line feed is a line. */
  finish(): void {
    if (this.held) this.#hot = createHotTail()
    this.#read = finishLast(this.#read)
  }

  /** What stands after the last line feed, as far as it is shown; null when the last line is finished. */
  get partial(): string | null {
    const { size, finished } = this
    if (finished === size) return null
    const start = Math.max(finished, this.#hot.from)
    return decodeLine(this.inMemory(start, Math.min(PARTIAL_BYTES, size - start)), this.encoding)
  }

  /** See {@link HeldFile}. */
  stats(): Promise<BigIntStats | null> {
    return this.file.stats()
  }

  /** See {@link ByteSource}. Rejects with BytesGone when the file no longer holds what was read. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size)
    if (end <= offset) return new Uint8Array(0)
    const hot = this.inMemory(offset, end - offset)
    if (hot.length === end - offset) return hot
    return this.file.read(offset, end - offset, this.head)
  }

  /** Up to `length` bytes from `offset` that are still in memory. */
  inMemory(offset: number, length: number): Uint8Array {
    return this.#hot.readAll(offset, length)
  }

  /** See {@link IndexedBytes}. */
  recent(offset: number): Uint8Array | null {
    return this.isHot(offset) ? this.inMemory(offset, this.size - offset) : null
  }

  /** Goes on with another file that holds the same bytes: the copy that copytruncate left. */
  async adopt(copy: OpenFile): Promise<void> {
    await this.file.replace(copy)
    // What was counted since the last look may be of what the old file was overwritten with.
    if (this.#builder.pieces > this.#surePieces) this.#builder.restart(this.encoding)
    this.#builder.catchUp()
  }

  /** See {@link KeptLog}: another file than the first one after {@link adopt}. */
  get readIdentity(): FileIdentity {
    return this.file.identity
  }

  /** Reads everything as `encoding` from now on; in one of another unit lines end elsewhere. */
  async changeEncoding(encoding: Encoding): Promise<void> {
    const sameEndings = newlineUnit(encoding) === newlineUnit(this.encoding)
    this.#know({ encoding })
    if (sameEndings) return
    this.#builder.restart(encoding)
    this.#know({ flushed: false })
    await this.#findLastLine()
    this.#builder.catchUp()
  }

  /** Gives the handle back. What was read last can still be read until the object is dropped. */
  async close(): Promise<void> {
    await this.#builder.close()
    await this.file.close()
  }

  #know(facts: Partial<ReadSoFar>): void {
    this.#read = { ...this.#read, ...facts }
  }

  async #findLastLine(): Promise<void> {
    const end = await endOfLastLine(this, this.size, this.encoding)
    this.#know({ finished: Math.max(this.from, end) })
  }
}
