import { constants, type FileHandle, open, stat } from 'node:fs/promises'
import { errorCode } from '../error-code.ts'

/** What became of a batch: how many lines are whole in the file, and why not all, as a system error code. */
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly lines: number }
  | { readonly kind: 'failed'; readonly lines: number; readonly code: string }

/** Code for a path that is a device, a socket or a FIFO: the system has none of its own for it. */
export const NOT_A_FILE = 'NOT_A_FILE'

const LF = 0x0a
const OPEN_FLAGS =
  constants.O_RDWR |
  constants.O_APPEND |
  constants.O_CREAT |
  // A path that becomes a FIFO between stat and open must not hang (undefined on Windows).
  (constants.O_NONBLOCK ?? 0)

/**
 * Appends whole lines to the file behind a path: whatever goes wrong, no half line stays. The file is
 * looked up before each batch, so when it was renamed or removed, the next batch goes to a new one.
 */
export class AppendFile {
  readonly #path: string
  #handle: FileHandle | null = null
  /** Device and inode of the open file. */
  #identity = ''

  constructor(path: string) {
    this.#path = path
  }

  /** Appends the lines, each with a line feed. One call at a time. */
  async append(lines: readonly string[]): Promise<AppendOutcome> {
    let handle: FileHandle
    try {
      handle = await this.#current()
    } catch (error) {
      return { kind: 'failed', lines: 0, code: errorCode(error) ?? 'UNKNOWN' }
    }
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    let written = 0
    try {
      while (written < bytes.length) {
        // A full disk takes what fits and refuses the rest at the next write.
        written += (await handle.write(bytes, written)).bytesWritten
      }
      return { kind: 'appended', lines: lines.length }
    } catch (error) {
      const whole = bytes.subarray(0, written).lastIndexOf(LF) + 1
      await this.#abandon(handle, bytes.subarray(whole, written))
      return {
        kind: 'failed',
        lines: countLines(bytes, whole),
        code: errorCode(error) ?? 'UNKNOWN',
      }
    }
  }

  /** Closes the file; another append opens it again. */
  async close(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    await handle?.close()
  }

  /** After a failed write: the half line goes, and the file is opened anew at the next try. */
  async #abandon(handle: FileHandle, half: Uint8Array): Promise<void> {
    this.#handle = null
    // The disk that refused the write may refuse these too. The caller tells the first refusal, and
    // the half line is finished when the file is opened again.
    await takeBack(handle, half).catch(() => undefined)
    await handle.close().catch(() => undefined)
  }

  async #current(): Promise<FileHandle> {
    const now = await this.#lookUp()
    if (this.#handle !== null && now === this.#identity) return this.#handle
    await this.close()
    const handle = await open(this.#path, OPEN_FLAGS, 0o644)
    try {
      const { dev, ino, size } = await regular(handle.stat({ bigint: true }))
      await finishLastLine(handle, Number(size))
      this.#identity = `${dev}:${ino}`
    } catch (error) {
      await handle.close()
      throw error
    }
    this.#handle = handle
    return handle
  }

  /** The identity of what is behind the path; null when there is nothing yet. */
  async #lookUp(): Promise<string | null> {
    try {
      const { dev, ino } = await regular(stat(this.#path, { bigint: true }))
      return `${dev}:${ino}`
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    }
  }
}

interface Stat {
  readonly dev: bigint
  readonly ino: bigint
  readonly size: bigint
  isFile(): boolean
  isDirectory(): boolean
}

async function regular(stats: Promise<Stat>): Promise<Stat> {
  const found = await stats
  if (found.isFile()) return found
  throw Object.assign(new Error('Not a regular file.'), {
    code: found.isDirectory() ? 'EISDIR' : NOT_A_FILE,
  })
}

/** Someone's half line at the end (a program that was killed) gets its line feed, so that ours are whole. */
async function finishLastLine(handle: FileHandle, size: number): Promise<void> {
  if (size === 0) return
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
  if (bytesRead === 1 && buffer[0] !== LF) await handle.write('\n')
}

/**
 * Cuts our own half line off the end of the file again, if it still is the end: another program may
 * have appended meanwhile, whose bytes are not ours to take. What stays is then finished when the file
 * is opened the next time.
 */
async function takeBack(handle: FileHandle, half: Uint8Array): Promise<void> {
  if (half.length === 0) return
  const { size } = await handle.stat()
  const from = size - half.length
  if (from < 0) return
  const { buffer } = await handle.read(Buffer.alloc(half.length), 0, half.length, from)
  if (buffer.equals(half)) await handle.truncate(from)
}

function countLines(bytes: Buffer, end: number): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at !== -1 && at < end; at = bytes.indexOf(LF, at + 1)) count++
  return count
}
