import { close, ftruncate, write } from 'node:fs'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { errorCode } from '../error-code.ts'
import type { OwnLog } from '../own-log.ts'
import { openSpoolFile, sidecarOf } from './spool-file.ts'
import { type SpoolPosition, writeSpoolPosition } from './spool-position.ts'

/** What earlier runs left in the file. */
export interface SpoolReady {
  readonly lastEventId: string
  /** Length of what earlier runs left. */
  readonly bytes: number
  /** Bytes that earlier runs wrote and that are gone. */
  readonly lost: number
}

const LF = 0x0a

const writeTo = promisify(write)
const truncate = promisify(ftruncate)
const closeFile = promisify(close)

/**
 * The file of a spool, and the position that is kept beside it. One thing at a time: who calls waits for
 * what was called before. What the disk refuses is thrown, apart from a position that cannot be saved.
 */
export class SpoolWriter {
  readonly #path: string
  readonly #ownLog: OwnLog
  #fd: number | null = null
  /** Length of the file; it may end in a half line after a failed write. */
  #bytes = 0
  /** Length up to the last line feed. */
  #wholeBytes = 0
  #position: SpoolPosition = { lastEventId: '', bytes: 0, resumes: true }
  #wasOpen = false

  constructor(path: string, ownLog: OwnLog) {
    this.#path = path
    this.#ownLog = ownLog
  }

  get isOpen(): boolean {
    return this.#fd !== null
  }

  /** Whether it was ever open. */
  get wasOpen(): boolean {
    return this.#wasOpen
  }

  /** Length of the file. */
  get bytes(): number {
    return this.#bytes
  }

  /** Opens the file, or makes it again. Answers what earlier runs left, the first time only. */
  open(): SpoolReady | null {
    const file = openSpoolFile(this.#path, sidecarOf(this.#path), this.#ownLog)
    this.#fd = file.fd
    this.#bytes = file.bytes
    this.#wholeBytes = file.bytes
    if (this.#wasOpen) {
      // Made again in the middle: what is known here is newer than any sidecar.
      this.#position = { ...this.#position, bytes: file.bytes }
      return null
    }
    this.#wasOpen = true
    const { lastEventId, bytes, resumes, lost } = file
    this.#position = { lastEventId, bytes, resumes }
    return { lastEventId, bytes, lost }
  }

  /** Writes as many of the bytes as the disk takes in one go; answers how many. */
  async write(bytes: Buffer): Promise<number> {
    if (this.#fd === null) throw new Error('The spool is not open: call open() first.')
    const { bytesWritten } = await writeTo(this.#fd, bytes)
    const lineFeed = bytes.lastIndexOf(LF, bytesWritten - 1)
    if (bytesWritten > 0 && lineFeed !== -1) this.#wholeBytes = this.#bytes + lineFeed + 1
    this.#bytes += bytesWritten
    return bytesWritten
  }

  /** All lines up to this id are written. */
  reach(lastEventId: string): void {
    this.#position = { ...this.#position, lastEventId, bytes: this.#bytes }
  }

  /** Whether the server resumes after an id, as far as was seen: see `planSpoolOpen`. */
  setResumes(resumes: boolean): void {
    this.#position = { ...this.#position, resumes }
  }

  /** Saves the position; a file that was removed meanwhile is made again. */
  async save(): Promise<void> {
    if (!(await exists(this.#path)) && this.#fd !== null) {
      this.#ownLog.warn('The file of a remote log was removed and is made again.', {
        path: this.#path,
      })
      await closeFile(this.#fd)
      this.#fd = null
      this.open()
    }
    await this.#savePosition()
  }

  /** Takes a half line back, saves the position and closes the file. */
  async close(): Promise<void> {
    const fd = this.#fd
    if (fd === null) return
    this.#fd = null
    const { lastEventId, resumes, bytes } = this.#position
    // Lines behind the id come again, when there is an id; otherwise every whole line is kept.
    const keep = lastEventId !== '' && resumes ? bytes : this.#wholeBytes
    try {
      if (keep < this.#bytes) await truncate(fd, keep)
    } catch (error) {
      // The next start cuts the file back to the position, or ends the half line.
      this.#ownLog.warn('The half line of a remote log could not be taken back.', {
        path: this.#path,
        error: String(error),
      })
    }
    this.#position = { lastEventId, resumes, bytes: keep }
    await this.#savePosition()
    await closeFile(fd)
  }

  /** A position that cannot be saved costs repeated lines after a crash, not the stream. */
  async #savePosition(): Promise<void> {
    const path = sidecarOf(this.#path)
    try {
      await writeSpoolPosition(path, this.#position)
    } catch (error) {
      this.#ownLog.warn('The position of a remote log could not be saved.', {
        path,
        error: String(error),
      })
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}
