import { readSync } from 'node:fs'
import { errorCode } from '../../error-code.ts'
import { BytesGone } from '../byte-source.ts'
import type { EngineFile } from '../engine-task.ts'

/**
 * Fills `into` with the bytes from `offset` on and answers how many there were: fewer only where the
 * file ends. For threads of the engine: it waits for the disk. Throws BytesGone, with a sentence,
 * when the system refuses the read.
 *
 * A task that has read checks the head ({@link checkHead}) before it tells anything of it.
 */
export function readAt(file: EngineFile, offset: number, into: Uint8Array): number {
  if (file.held !== undefined) return copyHeld(file.held, offset, into)
  let filled = 0
  while (filled < into.length) {
    const read = readOnce(file.fd, into, filled, offset + filled)
    if (read === 0) break
    filled += read
  }
  return filled
}

/** The bytes `[from, to)` in an array of their own, fewer only where the file ends. */
export function readBytes(file: EngineFile, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Math.max(0, to - from))
  return bytes.subarray(0, readAt(file, from, bytes))
}

/** What {@link checkHead} reads into: a new array for each of its reads was 20 MB of garbage a search. */
const HEAD = Buffer.allocUnsafeSlow(1024)

/**
 * Throws BytesGone unless the file begins as it did: what was read before this call may be of
 * another content by now. One more read of at most 1 KiB, some 2 us.
 */
export function checkHead(file: EngineFile): void {
  if (file.held !== undefined) return
  const { length } = file.head
  const into = length <= HEAD.length ? HEAD.subarray(0, length) : Buffer.allocUnsafeSlow(length)
  if (!into.subarray(0, readAt(file, 0, into)).equals(file.head)) {
    throw new BytesGone('The file was rewritten: it no longer begins as it did.')
  }
}

function copyHeld(
  { from, bytes }: NonNullable<EngineFile['held']>,
  offset: number,
  into: Uint8Array,
): number {
  if (offset < from) return 0
  const part = bytes.subarray(offset - from, offset - from + into.length)
  into.set(part)
  return part.length
}

/** One read, begun anew when a signal interrupts it: a network mount can be left in the middle. */
function readOnce(fd: number, into: Uint8Array, at: number, offset: number): number {
  for (;;) {
    try {
      return readSync(fd, into, at, into.length - at, offset)
    } catch (error) {
      const code = errorCode(error)
      if (code === 'EINTR') continue
      // ERR_...: an argument of ours was wrong, and that is no matter of the file.
      if (code === null || code.startsWith('ERR_')) throw error
      throw new BytesGone(`The file could not be read at offset ${offset} (${code}).`, {
        cause: error,
      })
    }
  }
}
