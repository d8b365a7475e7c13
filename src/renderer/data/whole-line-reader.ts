import type { LinePart } from '../../shared/line-part.ts'
import type { Answer } from './api.ts'
import { createListeners } from './listeners.ts'
import { failed, NOTHING_LOADED, nextPart, type WholeLine, withPart } from './whole-line.ts'

/** Asks the server for at most `bytes` of the line, from byte `from` of it. */
export type AskPart = (
  from: number,
  bytes: number,
  signal: AbortSignal,
) => Promise<Answer<LinePart>>

/** Loads one line piece by piece, one request at a time. */
export class WholeLineReader {
  readonly #ask: AskPart
  readonly #changed = createListeners()
  readonly #closed = new AbortController()
  #line: WholeLine = NOTHING_LOADED
  #flight: Promise<void> | null = null

  constructor(ask: AskPart) {
    this.#ask = ask
  }

  /** The same object until something changes. */
  readonly get = (): WholeLine => this.#line

  /** Returns the unsubscribe. */
  readonly subscribe = (listener: () => void): (() => void) => this.#changed.add(listener)

  /** Loads the next piece, also after a failure; resolves when it is here or could not be had. */
  more(): Promise<void> {
    this.#flight ??= this.#load().finally(() => {
      this.#flight = null
    })
    return this.#flight
  }

  /** Loads what can be shown of the line. Whether it is here. */
  async all(): Promise<boolean> {
    do await this.more()
    while (this.#line.loading.kind === 'more' && !this.#closed.signal.aborted)
    return this.#line.loading.kind === 'whole' || this.#line.loading.kind === 'limit'
  }

  close(): void {
    this.#closed.abort()
  }

  async #load(): Promise<void> {
    const part = nextPart(this.#line)
    if (part === null) return
    this.#set({ ...this.#line, loading: { kind: 'loading' } })
    const { signal } = this.#closed
    const answer = await this.#ask(part.from, part.bytes, signal)
    if (signal.aborted) return
    this.#set(
      answer.kind === 'ok' ? withPart(this.#line, answer.value) : failed(this.#line, answer.error),
    )
  }

  #set(line: WholeLine): void {
    this.#line = line
    this.#changed.notify()
  }
}
