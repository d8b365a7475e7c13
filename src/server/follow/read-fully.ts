import type { FileHandle } from 'node:fs/promises'

/**
 * Reads `length` bytes at `offset`, fewer only at the end of the file. They lie in memory of their own:
 * a message to a thread takes along the whole of the memory that a part of it lies in, and the heads of
 * files out of Buffer's pool made each of them 8 KiB larger.
 */
export async function readFully(
  handle: FileHandle,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
