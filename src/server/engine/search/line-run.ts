import type { Encoding } from '../../../shared/encoding.ts'
import { asBuffer } from '../as-buffer.ts'
import { decodeText } from '../decode.ts'
import { isCarriageReturnBefore, newlineUnit, nextNewlineEnd } from '../line-ending.ts'
import type { ByteEncoding, Scanner } from '../scan/scanner.ts'
import { byteEncoding } from './byte-encoding.ts'
import { levelIndex } from './level-index.ts'
import { LineList } from './line-list.ts'

const LF = 0x0a
const CR = 0x0d

/** What a regular expression cannot be run over lines at once with: other ends of line, and holes. */
const UNEVEN = /[\r\u2028\u2029]|(?:^|\n)\0/

/**
 * A run of whole lines in the scanner's buffer, and what is known of it: told when it is asked for,
 * at most once a run. A byte order mark stands before the run, not in it. Filled again for each run.
 */
export class LineRun {
  readonly scanner: Scanner
  readonly encoding: Encoding
  /** The encoding as the scanner wants it; null for UTF-16. */
  readonly bytesEncoding: ByteEncoding | null
  readonly #buffer: Buffer
  readonly #lines = new LineList()
  #from = 0
  #to = 0
  /** Where the buffer's first byte would stand in the file, which tells how UTF-16 is aligned. */
  #base = 0
  #hasLines = false
  #ascii: boolean | null = null
  #text: string | null = null
  #even: boolean | null = null

  constructor(scanner: Scanner, encoding: Encoding) {
    this.scanner = scanner
    this.encoding = encoding
    this.bytesEncoding = byteEncoding(encoding)
    this.#buffer = asBuffer(scanner.buffer)
  }

  /** Begins a run at `[from, to)` of the buffer, whose first byte stands at `offset` of the file. */
  set(from: number, to: number, offset: number): void {
    this.#from = from
    this.#to = to
    this.#base = offset - from
    this.#hasLines = false
    this.#ascii = null
    this.#text = null
    this.#even = null
  }

  get from(): number {
    return this.#from
  }

  get to(): number {
    return this.#to
  }

  get isAscii(): boolean {
    this.#ascii ??= this.bytesEncoding !== null && this.scanner.isAscii(this.#from, this.#to)
    return this.#ascii
  }

  /** Whether byte `from + n` is character `n` of the text. */
  get isOneToOne(): boolean {
    return this.encoding === 'windows-1252' || this.isAscii
  }

  /** The lines decoded at once, without the last line feed. */
  get text(): string {
    this.#text ??= this.#decode(this.#from, this.#contentEnd(this.#to))
    return this.#text
  }

  /** Whether the text can be searched at once: its lines end at LF and nothing else, and begin with their text. */
  get isEven(): boolean {
    this.#even ??= !UNEVEN.test(this.text)
    return this.#even
  }

  /** All lines of the run. */
  get lines(): LineList {
    if (!this.#hasLines) {
      this.#hasLines = true
      this.#lines.clear()
      if (this.bytesEncoding === null) this.#listUtf16()
      else this.#listBytes()
    }
    return this.#lines
  }

  /** The text of the line at `[start, end)`, as decodeLine has it. */
  textOf(start: number, end: number): string {
    if (this.bytesEncoding === null) return this.#utf16Text(start, end)
    let to = this.#contentEnd(end)
    if (to > start && this.#buffer[to - 1] === CR) to--
    let from = start
    while (from < to && this.#buffer[from] === 0) from++
    return this.#text !== null && this.isOneToOne
      ? this.#text.slice(from - this.#from, to - this.#from)
      : this.#decode(from, to)
  }

  /** The level that a line names, as an index into LEVELS. */
  levelOf(start: number, end: number): number {
    return this.bytesEncoding === null
      ? levelIndex(this.#utf16Text(start, end))
      : this.scanner.levelOfLine(start, end, this.bytesEncoding)
  }

  #contentEnd(end: number): number {
    if (this.bytesEncoding === null) return this.#utf16ContentEnd(end)
    return end > this.#from && this.#buffer[end - 1] === LF ? end - 1 : end
  }

  #decode(from: number, to: number): string {
    // Latin1 is a copy of the bytes; decoding UTF-8 looks at each.
    return this.#ascii === true
      ? this.#buffer.toString('latin1', from, to)
      : this.encoding === 'utf-8'
        ? this.#buffer.toString('utf8', from, to)
        : decodeText(this.#buffer.subarray(from, to), this.encoding)
  }

  #listBytes(): void {
    for (let at = this.#from; at < this.#to; ) {
      const { count, starts, next } = this.scanner.lineStarts(at, this.#to)
      this.#lines.append(starts, starts.subarray(1), count)
      at = next
    }
  }

  #listUtf16(): void {
    const bytes = this.#buffer.subarray(0, this.#to)
    for (let at = this.#from; at < this.#to; ) {
      const end = nextNewlineEnd(bytes, at, this.encoding, this.#base)
      const next = end === -1 ? this.#to : end
      this.#lines.push(at, next)
      at = next
    }
  }

  #utf16ContentEnd(end: number): number {
    const unit = newlineUnit(this.encoding)
    const at = Math.max(this.#from, end - unit)
    const bytes = this.#buffer.subarray(0, end)
    return nextNewlineEnd(bytes, at, this.encoding, this.#base) === end ? end - unit : end
  }

  #utf16Text(start: number, end: number): string {
    let to = this.#utf16ContentEnd(end)
    if (
      to > start &&
      isCarriageReturnBefore(this.#buffer.subarray(start, to), to - start, this.encoding)
    )
      to -= 2
    return this.#decode(start, to).replace(/^\0+/, '')
  }
}
