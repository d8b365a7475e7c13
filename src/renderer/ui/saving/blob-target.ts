import { downloadBlob } from './download.ts'
import type { SaveTarget } from './save-target.ts'

/** Pieces of this size are handed to the browser, which puts large ones on the disk. */
const PART_BYTES = 8 * 1024 * 1024

/** Collects a file in the browser and lets it be downloaded when it is whole. */
export function createBlobTarget(name: string, type: string): SaveTarget {
  const parts: Blob[] = []
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0

  function collect(): void {
    parts.push(new Blob(pieces))
    pieces = []
    bytes = 0
  }

  return {
    async write(piece) {
      pieces.push(piece)
      bytes += piece.length
      if (bytes >= PART_BYTES) collect()
    },
    async finish() {
      collect()
      downloadBlob(new Blob(parts, { type }), name)
    },
    async discard() {
      pieces = []
      parts.length = 0
    },
  }
}
