/*
 * One queue orders everything that touches the file (lines, marks, saved positions, tries after a full
 * disk), and closing must leave nothing half done: longer than most files, because it is one promise.
 */
import { close, ftruncate, write } from 'node:fs'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { type ByteOffset, byteOffset } from '../../shared/byte-offset.ts'
import { errorCode } from '../error-code.ts'
import type { OwnLog } from '../own-log.ts'
import { reconnectDelay } from './reconnect-delay.ts'
import { openSpoolFile, sidecarOf } from './spool-file.ts'
import { type SpoolPosition, writeSpoolPosition } from './spool-position.ts'

/** The disk refuses; the next try is at `retryAt`, milliseconds since 1970. */
export interface DiskTrouble {
  readonly attempt: number
  readonly retryAt: number
  readonly detail: string
}

/** What the owner of a spool is told. */
export interface SpoolHandlers {
  /** The file is open for the first time: with this id the stream goes on. */
  onReady(found: SpoolReady): void
  /** The disk refuses, or (null) takes lines again. */
  onTrouble(trouble: DiskTrouble | null): void
  /** After `append` answered false: there is room again. */
  onDrain(): void
}

/** What earlier runs left in the file. */
export interface SpoolReady {
  readonly lastEventId: string
  /** Length of what earlier runs left. */
  readonly bytes: number
  /** Bytes that earlier runs wrote and that are gone. */
  readonly lost: number
}

/** Bytes waiting for the disk before the socket is held back: some 10 ms of a slow disk's work. */
const HIGH_WATER_BYTES = 1024 * 1024

/** The position is saved at most this often, in ms: what a crash may have to fetch again. */
const SAVE_INTERVAL_MS = 1000

/** First pause before the disk is tried again, in ms. */
const DISK_RETRY_MS = 1000

type Queued =
  | { readonly kind: 'lines'; readonly bytes: Buffer; readonly lastEventId: string }
  | { readonly kind: 'mark'; readonly tell: (offset: ByteOffset) => void }
  | { readonly kind: 'save' }

const LF = 0x0a

const writeTo = promisify(write)
const truncate = promisify(ftruncate)
const closeFile = promisify(close)

/**
 * The append-only file that a remote stream becomes. Lines are written in the order of `append`;
 * beside the file a sidecar keeps the event id and the length that belong together, so that the
 * next start goes on strictly after it (see `planSpoolOpen`).
 *
 * When the disk is full or the folder is gone, what is queued stays queued and is tried again with
 * a growing pause: nothing is lost, because the caller holds the stream back meanwhile. A file
 * removed while it is open is noticed within a second of the next line and made again.
 */
export class Spool {
  readonly path: string
  readonly #sidecar: string
  readonly #ownLog: OwnLog
  readonly #handlers: SpoolHandlers
  #fd: number | null = null
  /** Length of the file; it may end in a half line after a failed write. */
  #bytes = 0
  /** Length up to the last line feed. */
  #wholeBytes = 0
  #position: SpoolPosition = { lastEventId: '', bytes: 0, resumes: true }
  #ready = false
  readonly #queue: Queued[] = []
  #queuedBytes = 0
  #full = false
  #failures = 0
  #trouble: DiskTrouble | null = null
  #closed = false
  #closing: Promise<void> | null = null
  #working: Promise<void> | null = null
  #retry: NodeJS.Timeout | undefined
  #saveTimer: NodeJS.Timeout | undefined

  constructor(path: string, ownLog: OwnLog, handlers: SpoolHandlers) {
    this.path = path
    this.#sidecar = sidecarOf(path)
    this.#ownLog = ownLog
    this.#handlers = handlers
  }

  /** Opens the file, at once when the disk allows; otherwise `onReady` comes later. */
  start(): void {
    try {
      this.#open()
    } catch (error) {
      this.#failed(error)
    }
  }

  get trouble(): DiskTrouble | null {
    return this.#trouble
  }

  /**
   * Queues whole lines, each with its line feed; `lastEventId` stands after them. `text` may be
   * empty when only the id moved. False asks the caller to stop until `onDrain`.
   */
  append(text: string, lastEventId: string): boolean {
    const bytes = Buffer.from(text, 'utf8')
    this.#queue.push({ kind: 'lines', bytes, lastEventId })
    this.#queuedBytes += bytes.length
    this.#full = this.#queuedBytes >= HIGH_WATER_BYTES || this.#trouble !== null
    this.#work()
    return !this.#full
  }

  /** Calls `tell` with the length of the file once everything queued so far is in it. */
  mark(tell: (offset: ByteOffset) => void): void {
    this.#queue.push({ kind: 'mark', tell })
    this.#work()
  }

  /** Whether the server resumes after an id, as far as was seen: see `planSpoolOpen`. */
  setResumes(resumes: boolean): void {
    this.#position = { ...this.#position, resumes }
  }

  /** Tries the disk now instead of after the pause. */
  retry(): void {
    if (this.#trouble === null || this.#working !== null || this.#closed) return
    clearTimeout(this.#retry)
    this.#run()
  }

  /** Writes what is queued and the position, and closes the file. No half line stays behind. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    clearTimeout(this.#saveTimer)
    await this.#working
    if (this.#ready) await this.#drain()
    clearTimeout(this.#retry)
    clearTimeout(this.#saveTimer)
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
        path: this.path,
        error: String(error),
      })
    }
    this.#position = { lastEventId, resumes, bytes: keep }
    await this.#save()
    await closeFile(fd)
  }

  #open(): void {
    const file = openSpoolFile(this.path, this.#sidecar, this.#ownLog)
    this.#fd = file.fd
    this.#bytes = file.bytes
    this.#wholeBytes = file.bytes
    if (this.#ready) {
      // Made again in the middle: what is known here is newer than any sidecar.
      this.#position = { ...this.#position, bytes: file.bytes }
      return
    }
    this.#ready = true
    const { lastEventId, bytes, resumes, lost } = file
    this.#position = { lastEventId, bytes, resumes }
    this.#handlers.onReady({ lastEventId, bytes, lost })
  }

  #work(): void {
    if (this.#working === null && this.#trouble === null && !this.#closed) this.#run()
  }

  #run(): void {
    // In a task of its own: no handler is called from inside `append` and `mark`.
    this.#working = Promise.resolve()
      .then(() => this.#drain())
      .finally(() => {
        this.#working = null
        if (this.#queue.length > 0) this.#work()
      })
  }

  async #drain(): Promise<void> {
    try {
      if (this.#fd === null) this.#open()
      for (let head = this.#queue[0]; head !== undefined; head = this.#queue[0]) {
        if (head.kind === 'lines') {
          await this.#writeLines()
          continue
        }
        this.#queue.shift()
        if (head.kind === 'mark') head.tell(byteOffset(this.#bytes))
        else await this.#saveInPlace()
      }
      this.#succeeded()
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Writes the lines up to the next mark in one piece; what a failure leaves goes back to the head. */
  async #writeLines(): Promise<void> {
    const other = this.#queue.findIndex(({ kind }) => kind !== 'lines')
    const batch = this.#queue
      .splice(0, other === -1 ? this.#queue.length : other)
      .filter((item) => item.kind === 'lines')
    const bytes = Buffer.concat(batch.map((item) => item.bytes))
    const lastEventId = batch.at(-1)?.lastEventId ?? this.#position.lastEventId
    let done = 0
    try {
      while (done < bytes.length) done += await this.#writeSome(bytes.subarray(done))
    } catch (error) {
      this.#queue.unshift({ kind: 'lines', bytes: bytes.subarray(done), lastEventId })
      throw error
    }
    this.#position = { ...this.#position, lastEventId, bytes: this.#bytes }
    this.#saveTimer ??= setTimeout(() => {
      this.#saveTimer = undefined
      this.#queue.push({ kind: 'save' })
      this.#work()
    }, SAVE_INTERVAL_MS)
  }

  async #writeSome(bytes: Buffer): Promise<number> {
    if (this.#fd === null) throw new Error('The spool is not open: call start() first.')
    const { bytesWritten } = await writeTo(this.#fd, bytes)
    const lineFeed = bytes.lastIndexOf(LF, bytesWritten - 1)
    if (bytesWritten > 0 && lineFeed !== -1) this.#wholeBytes = this.#bytes + lineFeed + 1
    this.#bytes += bytesWritten
    this.#queuedBytes -= bytesWritten
    if (this.#full && this.#queuedBytes < HIGH_WATER_BYTES) this.#drained()
    return bytesWritten
  }

  async #saveInPlace(): Promise<void> {
    if (!(await exists(this.path)) && this.#fd !== null) {
      this.#ownLog.warn('The file of a remote log was removed and is made again.', {
        path: this.path,
      })
      await closeFile(this.#fd)
      this.#fd = null
      this.#open()
    }
    await this.#save()
  }

  /** A position that cannot be saved costs repeated lines after a crash, not the stream. */
  async #save(): Promise<void> {
    try {
      await writeSpoolPosition(this.#sidecar, this.#position)
    } catch (error) {
      this.#ownLog.warn('The position of a remote log could not be saved.', {
        path: this.#sidecar,
        error: String(error),
      })
    }
  }

  #succeeded(): void {
    this.#failures = 0
    if (this.#trouble === null) return
    this.#trouble = null
    this.#handlers.onTrouble(null)
    if (this.#full) this.#drained()
  }

  #drained(): void {
    if (this.#trouble !== null) return
    this.#full = false
    this.#handlers.onDrain()
  }

  #failed(error: unknown): void {
    this.#failures += 1
    const delay = reconnectDelay(DISK_RETRY_MS, this.#failures, Math.random())
    const detail = error instanceof Error ? error.message : String(error)
    this.#trouble = { attempt: this.#failures, retryAt: Date.now() + delay, detail }
    this.#full = true
    if (!this.#closed) this.#retry = setTimeout(() => this.#run(), delay)
    this.#handlers.onTrouble(this.#trouble)
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
