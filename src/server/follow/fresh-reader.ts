import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { Encoding } from '../../shared/encoding.ts'
import { lastNewlineEnd } from '../engine/line-ending.ts'
import { equalBytes, HEAD_BYTES, PROBE_BYTES } from './file-change.ts'

/**
 * Bytes per read while following: large enough that a burst costs few turns of the event loop, small
 * enough to keep one per followed log and to leave little garbage. With 1 MiB the server grew by 230
 * MiB while 100 MB were logged at full speed, with this by 130 (bench: stuck-readers).
 */
export const FRESH_READ_BYTES = 256 * 1024

/**
 * Where more than this many bytes wait to be read, what is not the newest of them is left to the
 * engine. Much more than the hot tail holds (what is passed over would have been dropped from it at
 * once), and enough that bursts, and a line of 100 MB, are counted with their bytes: then it is known how
 * many lines are lost when the file is truncated right after, and where a long line ends.
 */
export const JUMP_BYTES = 128 * 1024 * 1024

/** What was read of a file so far, as far as the next read needs it. */
export interface Past {
  readonly handle: FileHandle
  /** Bytes read, from 0. */
  readonly size: number
  /** Its first bytes. */
  readonly head: Uint8Array
  /** The last bytes read, at most PROBE_BYTES. */
  readonly before: Uint8Array
}

/** A place to go on at: a line starts at `end`, and these bytes stand before it. */
export interface Jump {
  readonly offset: number
  readonly bytes: Uint8Array
  readonly end: number
}

/**
 * Reads what stands behind the bytes read before. These are read again with it, and the head after
 * it: bytes of a file that was rewritten meanwhile are never taken for the continuation.
 */
export class FreshReader {
  readonly #buffer = Buffer.allocUnsafe(PROBE_BYTES + FRESH_READ_BYTES)
  readonly #head = Buffer.allocUnsafe(HEAD_BYTES)

  /**
   * The next bytes, at most FRESH_READ_BYTES, null at the end; `changed` when the file does not go on
   * from what was read of it. Valid until the next call.
   */
  async read(past: Past): Promise<Uint8Array | 'changed' | null> {
    const { handle, size, before } = past
    const length = FRESH_READ_BYTES + before.length
    const { bytesRead } = await handle.read(this.#buffer, 0, length, size - before.length)
    const fresh = behind(this.#buffer.subarray(0, bytesRead), before)
    if (fresh === null || fresh === 'changed') return fresh
    return (await this.#beginsAsBefore(past)) ? fresh : 'changed'
  }

  /**
   * The same without leaving the thread: the way to another thread and back is most of the time from
   * an append to its event (bench: tail). Only for the first piece of a local file: what was just
   * written is in memory, while more of it may have to come from the disk.
   */
  readNow({ handle, size, head, before }: Past): Uint8Array | 'changed' | null {
    const length = FRESH_READ_BYTES + before.length
    const bytesRead = readSync(handle.fd, this.#buffer, 0, length, size - before.length)
    const fresh = behind(this.#buffer.subarray(0, bytesRead), before)
    if (fresh === null || fresh === 'changed') return fresh
    const again = readSync(handle.fd, this.#head, 0, head.length, 0)
    return equalBytes(this.#head.subarray(0, again), head) ? fresh : 'changed'
  }

  /**
   * The start of one of the last lines, when more than JUMP_BYTES wait to be read: from there on a
   * writer is kept up with. Null when they are fewer, or the last line is long.
   */
  async jump(past: Past, encoding: Encoding): Promise<Jump | 'changed' | null> {
    const { handle, size, before } = past
    const there = (await handle.stat()).size
    if (there - size <= JUMP_BYTES) return null
    const offset = even(there - FRESH_READ_BYTES)
    const { bytesRead } = await handle.read(this.#buffer, 0, even(there - offset), offset)
    const bytes = this.#buffer.subarray(0, even(bytesRead))
    const end = lastNewlineEnd(bytes, encoding, offset)
    const again = Buffer.allocUnsafe(before.length)
    const reread = await handle.read(again, 0, again.length, size - before.length)
    if (!equalBytes(again.subarray(0, reread.bytesRead), before)) return 'changed'
    if (!(await this.#beginsAsBefore(past))) return 'changed'
    if (end === -1) return null
    return { offset, bytes: Uint8Array.prototype.slice.call(bytes, 0, end), end: offset + end }
  }

  async #beginsAsBefore({ handle, head }: Past): Promise<boolean> {
    const { bytesRead } = await handle.read(this.#head, 0, head.length, 0)
    return equalBytes(this.#head.subarray(0, bytesRead), head)
  }
}

/** What follows `before` in what was read; null when nothing does. */
function behind(read: Uint8Array, before: Uint8Array): Uint8Array | 'changed' | null {
  if (!equalBytes(read.subarray(0, before.length), before)) return 'changed'
  return read.length === before.length ? null : read.subarray(before.length)
}

/** UTF-16 is read from even offsets on. */
function even(offset: number): number {
  return offset - (offset % 2)
}
