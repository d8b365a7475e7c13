import { type ByteOffset, byteOffset } from '../../shared/byte-offset.ts'
import type { OwnLog } from '../own-log.ts'
import { reconnectDelay } from './reconnect-delay.ts'
import { SpoolQueue } from './spool-queue.ts'
import { type SpoolReady, SpoolWriter } from './spool-writer.ts'

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

/** Bytes waiting for the disk before the socket is held back: some 10 ms of a slow disk's work. */
const HIGH_WATER_BYTES = 1024 * 1024

/** The position is saved at most this often, in ms: what a crash may have to fetch again. */
const SAVE_INTERVAL_MS = 1000

/** First pause before the disk is tried again, in ms. */
const DISK_RETRY_MS = 1000

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
  readonly #handlers: SpoolHandlers
  readonly #writer: SpoolWriter
  readonly #queue = new SpoolQueue()
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
    this.#handlers = handlers
    this.#writer = new SpoolWriter(path, ownLog)
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
    this.#queue.push({ kind: 'lines', bytes: Buffer.from(text, 'utf8'), lastEventId })
    this.#full = this.#queue.bytes >= HIGH_WATER_BYTES || this.#trouble !== null
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
    this.#writer.setResumes(resumes)
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
    if (this.#writer.wasOpen) await this.#drain()
    clearTimeout(this.#retry)
    clearTimeout(this.#saveTimer)
    await this.#writer.close()
  }

  #open(): void {
    const found = this.#writer.open()
    if (found !== null) this.#handlers.onReady(found)
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
        if (this.#queue.head !== undefined) this.#work()
      })
  }

  async #drain(): Promise<void> {
    try {
      if (!this.#writer.isOpen) this.#open()
      for (let { head } = this.#queue; head !== undefined; { head } = this.#queue) {
        if (head.kind === 'lines') {
          await this.#writeLines()
          continue
        }
        this.#queue.shift()
        if (head.kind === 'mark') head.tell(byteOffset(this.#writer.bytes))
        else await this.#writer.save()
      }
      this.#succeeded()
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Writes the lines up to the next mark in one piece; what a failure leaves goes back to the head. */
  async #writeLines(): Promise<void> {
    const { bytes, lastEventId } = this.#queue.takeLines()
    let done = 0
    try {
      while (done < bytes.length) done += await this.#writeSome(bytes.subarray(done))
    } catch (error) {
      this.#queue.putBack({ bytes: bytes.subarray(done), lastEventId })
      throw error
    }
    this.#writer.reach(lastEventId)
    this.#saveTimer ??= setTimeout(() => {
      this.#saveTimer = undefined
      this.#queue.push({ kind: 'save' })
      this.#work()
    }, SAVE_INTERVAL_MS)
  }

  async #writeSome(bytes: Buffer): Promise<number> {
    const written = await this.#writer.write(bytes)
    this.#queue.wrote(written)
    if (this.#full && this.#queue.bytes < HIGH_WATER_BYTES) this.#drained()
    return written
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
