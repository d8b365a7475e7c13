import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Block } from './block.ts'
import type { DataLayout } from './data-layout.ts'

/**
 * Writes a data set to a new file: 1 GiB in about a second and what the disk takes. Resolves when it is on the disk, so
 * that nothing is written back while something is measured. Rejects with the signal's reason.
 */
export async function writeData(
  path: string,
  block: Block,
  layout: DataLayout,
  signal: AbortSignal,
): Promise<void> {
  const fd = openSync(path, 'wx')
  try {
    const buffer = Buffer.from(block.bytes)
    for (const [repetition, bytes] of layout.repetitions.entries()) {
      layout.bringTo(buffer, repetition)
      writeWhole(fd, buffer.subarray(0, bytes))
      await nextTurn()
      signal.throwIfAborted()
    }
    fdatasyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function writeWhole(fd: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(fd, bytes, written)
  }
}
