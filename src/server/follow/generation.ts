/*
 * One incarnation of a followed file: its handle, what was read of it, and the evidence by which a
 * later look tells whether it is still the same. Longer than most files here because these facts
 * change together, with every read.
 */
import type { BigIntStats } from 'node:fs'
import type { Encoding } from '../../shared/encoding.ts'
import type { BlockIndex } from '../engine/block-index.ts'
import { BytesGone } from '../engine/byte-source.ts'
import { bomLength, decodeLine, detectEncoding } from '../engine/decode.ts'
import type { Engine } from '../engine/engine.ts'
import type { EngineFile } from '../engine/engine-task.ts'
import { IndexKeeper, type KeptLog } from '../engine/kept-index/index-keeper.ts'
import type { KeptIndexes } from '../engine/kept-index/kept-indexes.ts'
import { endOfLastLine } from '../engine/last-lines.ts'
import { lastNewlineEnd, newlineUnit } from '../engine/line-ending.ts'
import {
  equalBytes,
  type FileIdentity,
  HEAD_BYTES,
  type Known,
  type Observation,
  PROBE_BYTES,
  probeOffset,
} from './file-change.ts'
import { FreshReader, type Past } from './fresh-reader.ts'
import { makeToken } from './generation-token.ts'
import { HeldFile, type OpenFile } from './held-file.ts'
import { createHotTail } from './hot-tail.ts'
import { IndexBuilder, type IndexedBytes } from './index-builder.ts'
import { readFully } from './read-fully.ts'

/**
 * Bytes that one {@link Generation.advance} reads at most: a writer that is faster than we are must
 * not keep the follower from looking at the path.
 */
const ADVANCE_BYTES = 64 * 1024 * 1024

/** Full reads in one {@link Generation.advance} after which a look is taken at how much waits. */
const JUMP_AFTER_READS = 2

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

/** See {@link Generation.advance}. */
export type Advance = 'same' | 'grew' | 'more' | 'changed'

export class Generation implements IndexedBytes, KeptLog {
  readonly identity: FileIdentity
  readonly epoch: number
  readonly from: number
  readonly #file: HeldFile
  #head: Uint8Array
  #token: string | null
  #hot = createHotTail()
  #reader: FreshReader | null = null
  readonly #local: boolean
  readonly #engine: Engine | null
  #size: number
  #finished: number
  #flushed = false
  #chosen: Encoding | null
  #encoding: Encoding | null
  readonly #builder: IndexBuilder
  /** The builder's pieces when the file was last seen to be the one that was read so far. */
  #surePieces = 0

  constructor(start: GenerationStart, onIndexed: () => void) {
    this.#token = start.token ?? null
    this.identity = start.identity
    this.epoch = start.epoch
    this.from = start.from
    this.#file = new HeldFile(start, start.engine)
    this.#local = start.local
    this.#engine = start.engine
    this.#head = Uint8Array.from(start.head.subarray(0, start.from))
    this.#size = start.from
    this.#finished = start.from
    this.#chosen = start.encoding
    this.#encoding = start.encoding ?? detectEncoding(start.head)
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
    this.#token ??= makeToken(this.identity, this.#head, this.epoch)
    return this.#token
  }

  /** Bytes read, from 0. */
  get size(): number {
    return this.#size
  }

  /** The offset after the last finished line. */
  get finished(): number {
    return this.#finished
  }

  /** Whether the last line ended with the file and not with a line feed. */
  get flushed(): boolean {
    return this.#flushed
  }

  get encoding(): Encoding {
    return this.#encoding ?? 'utf-8'
  }

  get head(): Uint8Array {
    return this.#head
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
    const facts = { encoding: this.encoding, head: this.#head }
    const { handle } = this.#file
    if (handle !== null) return { fd: handle.fd, ...facts }
    const { from, to } = this.#hot
    return { fd: -1, ...facts, held: { from, bytes: this.#fromHot(from, to - from) } }
  }

  /** Whether its bytes from `offset` to the end are still in memory. */
  isHot(offset: number): boolean {
    return this.#hot.to === this.#size && offset >= this.#hot.from
  }

  /** Whether its file is held open. */
  get held(): boolean {
    return this.#file.handle !== null
  }

  /** Whether all of it can still be read: in its file, or in memory when it was small. */
  get readable(): boolean {
    return this.held || (this.#hot.from <= this.from && this.#hot.to === this.#size)
  }

  /** Takes the file's present content as read, up to its last finished line. */
  async skipExisting(size: number): Promise<void> {
    const handle = this.#file.open()
    this.#head = await readFully(handle, 0, Math.min(size, HEAD_BYTES))
    if (this.#encoding === null) this.#encoding = this.#chosen ?? detectEncoding(this.#head)
    const even = size - (size % newlineUnit(this.encoding))
    this.#size = even
    this.#finished = Math.max(this.from, await endOfLastLine(this, even, this.encoding))
    const recent = even <= SMALL_BYTES ? 0 : even - PARTIAL_BYTES
    this.#hot.append(recent, await readFully(handle, recent, even - recent))
    this.#builder.catchUp()
  }

  /**
   * Reads what was written since, up to the end that `read` finds (never the size that `stat` told).
   * `onGrown` is called after each piece. The answer: nothing new, read to the end, stopped at the
   * bound with more to come, or `changed`: the file does not go on from what was read of it.
   */
  async advance(onGrown: (grown: Grown) => void): Promise<Advance> {
    const start = this.#size
    // Not one `await` before the first piece is told: what else the hint set in motion would run first.
    let pieces = this.#builder.pieces
    let read = this.#local ? this.#readNow() : await this.#readLater()
    for (let reads = 1; ; reads++) {
      if (read === 'changed') return 'changed'
      this.#surePieces = pieces
      const from = this.#size
      const bytes = read === null ? null : this.#accept(read)
      if (bytes === null) return this.#size === start ? 'same' : 'grew'
      onGrown({ from, to: this.#size, bytes })
      if (this.#size - start >= ADVANCE_BYTES) return 'more'
      if (reads === JUMP_AFTER_READS) {
        const jumped = await this.#jump()
        if (jumped === 'changed') return 'changed'
        if (jumped !== null) onGrown(jumped)
      }
      pieces = this.#builder.pieces
      read = await this.#readLater()
    }
  }

  /**
   * Its file is done: what stands after the last line feed is a line of its own, and the buffers go.
   */
  finish(): void {
    this.#reader = null
    if (this.held) this.#hot = createHotTail()
    const mark = bomLength(this.#head, this.encoding)
    if (this.#flushed || this.#size === this.#finished || this.#size === mark) return
    this.#finished = this.#size
    this.#flushed = true
  }

  /** What stands after the last line feed, as far as it is shown; null when the last line is finished. */
  get partial(): string | null {
    if (this.#finished === this.#size) return null
    const start = Math.max(this.#finished, this.#hot.from)
    const bytes = this.#fromHot(start, Math.min(PARTIAL_BYTES, this.#size - start))
    return decodeLine(bytes, this.encoding)
  }

  /** See {@link HeldFile}. */
  stats(): Promise<BigIntStats | null> {
    return this.#file.stats()
  }

  /** See {@link HeldFile}. */
  isDeleted(): Promise<boolean> {
    return this.#file.isDeleted()
  }

  /** See {@link HeldFile.path}. */
  get handlePath(): string | null {
    return this.#file.path
  }

  /** See {@link HeldFile}. */
  startsWith(head: Uint8Array): Promise<boolean> {
    return this.#file.startsWith(head)
  }

  /** What the next look is compared with; `size` is the size that it finds. */
  known(size: number): Known {
    const probe = probeOffset(this.#size, size)
    const start = Math.max(0, probe - PROBE_BYTES)
    const held = this.#fromHot(start, probe - start)
    return {
      identity: this.identity,
      size: this.#size,
      head: this.#head,
      beforeProbe: held.length === probe - start ? held : null,
    }
  }

  /** Looks at the file behind the handle, which the path still leads to. */
  async observe(size: number): Promise<Observation> {
    const handle = this.#file.open()
    const probe = probeOffset(this.#size, size)
    const start = Math.max(0, probe - PROBE_BYTES)
    const head = await readFully(handle, 0, Math.min(this.#head.length, size))
    const beforeProbe = await readFully(handle, start, probe - start)
    return { kind: 'file', identity: this.identity, size, head, beforeProbe }
  }

  /** See {@link ByteSource}. Rejects with BytesGone when the file no longer holds what was read. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.#size)
    if (end <= offset) return new Uint8Array(0)
    const hot = this.#fromHot(offset, end - offset)
    if (hot.length === end - offset) return hot
    const { handle } = this.#file
    if (handle === null) throw new BytesGone(`Bytes ${offset} to ${end} are gone.`)
    const bytes = await readFully(handle, offset, end - offset)
    // Read again what the file starts with: it may have been rewritten since the last look.
    const head = await readFully(handle, 0, this.#head.length)
    if (bytes.length < end - offset || !equalBytes(head, this.#head)) {
      throw new BytesGone(`Bytes ${offset} to ${end} were overwritten.`)
    }
    return bytes
  }

  /** See {@link IndexedBytes}. */
  recent(offset: number): Uint8Array | null {
    if (offset < this.#hot.from || this.#hot.to !== this.#size) return null
    return this.#fromHot(offset, this.#size - offset)
  }

  /** Goes on with another file that holds the same bytes: the copy that copytruncate left. */
  async adopt(copy: OpenFile): Promise<void> {
    await this.#file.replace(copy)
    // What was counted since the last look may be of what the old file was overwritten with.
    if (this.#builder.pieces > this.#surePieces) this.#builder.restart(this.encoding)
    this.#builder.catchUp()
  }

  /** See {@link KeptLog}: another file than the first one after {@link adopt}. */
  get readIdentity(): FileIdentity {
    return this.#file.identity
  }

  /** Whether its bytes are read from this file. */
  readsFrom(identity: FileIdentity): boolean {
    return this.#file.is(identity)
  }

  /** Reads everything as `encoding` from now on; in one of another unit lines end elsewhere. */
  async changeEncoding(encoding: Encoding): Promise<void> {
    const sameEndings = newlineUnit(encoding) === newlineUnit(this.encoding)
    this.#chosen = encoding
    this.#encoding = encoding
    if (sameEndings) return
    this.#builder.restart(encoding)
    this.#flushed = false
    this.#finished = Math.max(this.from, await endOfLastLine(this, this.#size, encoding))
    this.#builder.catchUp()
  }

  /** Gives the handle back. What was read last can still be read until the object is dropped. */
  async close(): Promise<void> {
    await this.#builder.close()
    await this.#file.close()
  }

  async #readLater(): Promise<Uint8Array | 'changed' | null> {
    const past = this.#past()
    return past === null ? null : this.#fresh().read(past)
  }

  #readNow(): Uint8Array | 'changed' | null {
    const past = this.#past()
    return past === null ? null : this.#fresh().readNow(past)
  }

  /**
   * Goes on at one of the last lines where very much waits: threads count faster than pieces are
   * passed on one by one here, and what is new is on the screen at once.
   */
  async #jump(): Promise<Grown | 'changed' | null> {
    const past = this.#past()
    if (past === null || this.#engine === null) return null
    const jump = await this.#fresh().jump(past, this.encoding)
    if (jump === null || jump === 'changed') return jump
    const from = this.#finished
    this.#hot.append(jump.offset, jump.bytes)
    this.#size = jump.end
    this.#finished = jump.end
    this.#builder.catchUp()
    return { from, to: jump.end, bytes: null }
  }

  /** What the next read goes on from; null when nothing can come any more. */
  #past(): Past | null {
    const { handle } = this.#file
    if (handle === null || this.#flushed) return null
    const before = this.#fromHot(Math.max(this.#hot.from, this.#size - PROBE_BYTES), PROBE_BYTES)
    return { handle, size: this.#size, head: this.#head, before }
  }

  #fresh(): FreshReader {
    this.#reader ??= new FreshReader()
    return this.#reader
  }

  /** Takes over freshly read bytes; null when there is nothing to take yet. */
  #accept(read: Uint8Array): Uint8Array | null {
    if (read.length === 0) return null
    if (this.#encoding === null) {
      const head = Buffer.concat([this.#head, read])
      this.#encoding = detectEncoding(head)
      // Half a byte order mark: the other half is about to be written.
      if (this.#encoding === null) return null
      this.#builder.restart(this.#encoding)
    }
    const odd = newlineUnit(this.encoding) === 2 && (this.#size + read.length) % 2 === 1
    const bytes = Uint8Array.prototype.slice.call(read, 0, read.length - (odd ? 1 : 0))
    if (bytes.length === 0) return null
    if (this.#head.length < HEAD_BYTES && this.#head.length === this.#size) {
      const more = bytes.subarray(0, HEAD_BYTES - this.#head.length)
      this.#head = Uint8Array.from(Buffer.concat([this.#head, more]))
    }
    this.#hot.append(this.#size, bytes)
    const end = lastNewlineEnd(bytes, this.encoding, this.#size)
    if (end !== -1) this.#finished = this.#size + end
    this.#builder.append(this.#size, bytes)
    this.#size += bytes.length
    this.#builder.catchUp()
    return bytes
  }

  #fromHot(offset: number, length: number): Uint8Array {
    const pieces: Uint8Array[] = []
    let at = offset
    while (at < offset + length) {
      const piece = this.#hot.read(at, offset + length - at)
      if (piece === null) break
      pieces.push(piece)
      at += piece.length
    }
    return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)
  }
}
