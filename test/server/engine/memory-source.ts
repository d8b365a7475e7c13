import { type ByteSource, BytesGone } from '../../../src/server/engine/byte-source.ts'

/** Bytes in memory as a source that counts what is read from it. */
export class MemorySource implements ByteSource {
  readBytes = 0
  largestRead = 0
  readonly #bytes: Uint8Array
  gone = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    if (this.gone) throw new BytesGone('The bytes are gone.')
    const bytes = this.#bytes.slice(offset, offset + length)
    this.readBytes += bytes.length
    this.largestRead = Math.max(this.largestRead, length)
    return bytes
  }
}
