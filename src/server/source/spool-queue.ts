import type { ByteOffset } from '../../shared/byte-offset.ts'

/** What waits for the disk, in the order in which it came. */
export type Queued =
  | { readonly kind: 'lines'; readonly bytes: Buffer; readonly lastEventId: string }
  /** Is to be told the length of the file with all lines before it. */
  | { readonly kind: 'mark'; readonly tell: (offset: ByteOffset) => void }
  /** The position is to be saved. */
  | { readonly kind: 'save' }

/** Whole lines, and the event id that stands after them. */
export type QueuedLines = Omit<Extract<Queued, { kind: 'lines' }>, 'kind'>

/** Lines, marks and saves of one spool, one behind the other. */
export class SpoolQueue {
  readonly #items: Queued[] = []
  #bytes = 0

  /** What comes next; undefined when there is nothing. */
  get head(): Queued | undefined {
    return this.#items[0]
  }

  /** Bytes of lines that no disk has yet, those that are being written among them. */
  get bytes(): number {
    return this.#bytes
  }

  push(item: Queued): void {
    this.#items.push(item)
    if (item.kind === 'lines') this.#bytes += item.bytes.length
  }

  /** Takes the mark or the save at the head away. */
  shift(): void {
    this.#items.shift()
  }

  /** Takes the lines up to the next mark or save, in one piece; what is not written is put back. */
  takeLines(): QueuedLines {
    const other = this.#items.findIndex(({ kind }) => kind !== 'lines')
    const batch = this.#items
      .splice(0, other === -1 ? this.#items.length : other)
      .filter((item) => item.kind === 'lines')
    const last = batch.at(-1)
    if (last === undefined) throw new Error('No lines are at the head: look at it first.')
    return { bytes: Buffer.concat(batch.map((item) => item.bytes)), lastEventId: last.lastEventId }
  }

  /** Puts what the disk did not take to the head again. */
  putBack(lines: QueuedLines): void {
    this.#items.unshift({ kind: 'lines', ...lines })
  }

  /** So many of the bytes are on the disk. */
  wrote(bytes: number): void {
    this.#bytes -= bytes
  }
}
