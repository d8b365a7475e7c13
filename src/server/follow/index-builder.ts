import type { FileHandle } from 'node:fs/promises'
import type { Encoding } from '../../shared/encoding.ts'
import { BlockIndex } from '../engine/block-index.ts'

/** Bytes per read: one block read costs as much per byte, and 1 MiB holds the loop for under 1 ms. */
const READ_BYTES = 1024 * 1024

/**
 * Keeps the index of a growing file: fresh bytes are counted as they are read, and what stood in the
 * file before is counted in the background, a piece per turn of the event loop.
 */
export class IndexBuilder {
  #index: BlockIndex
  #building: Promise<void> | null = null
  readonly #onProgress: () => void

  constructor(encoding: Encoding, onProgress: () => void) {
    this.#index = new BlockIndex(encoding)
    this.#onProgress = onProgress
  }

  get index(): BlockIndex {
    return this.#index
  }

  /** Forgets what was counted: the lines end elsewhere. */
  restart(encoding: Encoding): void {
    this.#index = new BlockIndex(encoding)
  }

  /** Counts bytes that were just read at `offset`, when everything before them is counted. */
  append(offset: number, bytes: Uint8Array): void {
    if (this.#index.bytes === offset) this.#index.append(bytes)
  }

  /** Counts what is missing up to the size that `reach` tells, with the handle that it gives. */
  catchUp(reach: () => { readonly handle: FileHandle | null; readonly size: number }): void {
    if (this.#building !== null || this.#index.bytes >= reach().size) return
    this.#building = this.#build(reach).finally(() => {
      this.#building = null
    })
  }

  /** Resolves when nothing is read any more. */
  async settled(): Promise<void> {
    await this.#building
  }

  async #build(reach: Parameters<IndexBuilder['catchUp']>[0]): Promise<void> {
    const buffer = Buffer.allocUnsafe(READ_BYTES)
    for (;;) {
      const index = this.#index
      const { handle, size } = reach()
      const wanted = Math.min(READ_BYTES, size - index.bytes)
      if (handle === null || wanted <= 0) return
      const { bytesRead } = await handle.read(buffer, 0, wanted, index.bytes)
      // Truncated under the read: what was copied before goes on in the copy.
      if (index !== this.#index || reach().handle !== handle) continue
      if (bytesRead === 0) return
      index.append(buffer.subarray(0, bytesRead))
      this.#onProgress()
    }
  }
}
