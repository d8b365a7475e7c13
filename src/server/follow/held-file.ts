import type { BigIntStats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import process from 'node:process'
import { BytesGone } from '../engine/byte-source.ts'
import type { Engine } from '../engine/engine.ts'
import { equalBytes, type FileIdentity, sameFile } from './file-change.ts'
import { readFully } from './read-fully.ts'

/** An open file with what the system says of it. */
export interface OpenFile {
  readonly handle: FileHandle
  readonly identity: FileIdentity
}

/**
 * The file behind a generation: held open, so that it can be read whatever happens to its name, until
 * it is given back. Another file with the same bytes can take its place.
 */
export class HeldFile {
  #handle: FileHandle | null
  #identity: FileIdentity
  readonly #engine: Engine | null

  /** `engine` reads it too, by its descriptor. */
  constructor({ handle, identity }: OpenFile, engine: Engine | null) {
    this.#handle = handle
    this.#identity = identity
    this.#engine = engine
  }

  /** Null when it was given back. */
  get handle(): FileHandle | null {
    return this.#handle
  }

  /** The file whose bytes are read: another one than the first after {@link replace}. */
  get identity(): FileIdentity {
    return this.#identity
  }

  /** The handle of a file that must be held. Throws where it was given back. */
  open(): FileHandle {
    if (this.#handle === null) {
      throw new Error('This generation is closed: ask `readable` before looking at its file.')
    }
    return this.#handle
  }

  /** Whether it is this file. An inode that is held is given to no other file. */
  is(identity: FileIdentity): boolean {
    return this.#handle !== null && sameFile(this.#identity, identity)
  }

  /** What the system says of it; null when it was given back. */
  async stats(): Promise<BigIntStats | null> {
    return this.#handle === null ? null : this.#handle.stat({ bigint: true })
  }

  /** Whether it has no name any more and is kept on the disk only by our handle. */
  async isDeleted(): Promise<boolean> {
    return (await this.stats())?.nlink === 0n
  }

  /** A path that leads to it under whatever name, where the system has one. */
  get path(): string | null {
    if (this.#handle === null || process.platform !== 'linux') return null
    return `/proc/self/fd/${this.#handle.fd}`
  }

  /** Whether it begins with these bytes. */
  async startsWith(head: Uint8Array): Promise<boolean> {
    return equalBytes(await readFully(this.open(), 0, head.length), head)
  }

  /**
   * All of these bytes. The file must still begin with `head`: it may have been rewritten since the last
   * look. Rejects with BytesGone when it was, or was given back.
   */
  async read(offset: number, length: number, head: Uint8Array): Promise<Uint8Array> {
    const end = offset + length
    const handle = this.#handle
    if (handle === null) throw new BytesGone(`Bytes ${offset} to ${end} are gone.`)
    const bytes = await readFully(handle, offset, length)
    // After them: whoever rewrites a file begins at its start.
    const again = await readFully(handle, 0, head.length)
    if (bytes.length < length || !equalBytes(again, head)) {
      throw new BytesGone(`Bytes ${offset} to ${end} were overwritten.`)
    }
    return bytes
  }

  /** Goes on with another file that holds the same bytes, and gives this one back. */
  async replace(copy: OpenFile): Promise<void> {
    const old = this.#handle
    this.#handle = copy.handle
    this.#identity = copy.identity
    if (old !== null) await this.#giveBack(old)
  }

  async close(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    if (handle !== null) await this.#giveBack(handle)
  }

  /** The number of its descriptor may be another file's as soon as it is closed. */
  async #giveBack(handle: FileHandle): Promise<void> {
    await this.#engine?.release(handle.fd)
    await handle.close()
  }
}
