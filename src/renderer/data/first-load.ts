import type { Api } from './api.ts'
import { backOff } from './back-off.ts'
import type { PageState } from './page-state.ts'
import type { PageStore } from './page-store.ts'

export interface FirstLoadOptions {
  readonly api: Api
  readonly store: PageStore
  /** A stream tells all that an answer could. */
  readonly isStreaming: () => boolean
}

/** Reads which logs there are while no stream tells of them; tries again until it is answered. */
export class FirstLoad {
  readonly #options: FirstLoadOptions
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(options: FirstLoadOptions) {
    this.#options = options
  }

  load(): Promise<void> {
    return this.#load(1)
  }

  /** Waits for no further try. */
  cancel(): void {
    clearTimeout(this.#timer)
  }

  close(): void {
    this.#closed = true
    this.cancel()
  }

  async #load(attempt: number): Promise<void> {
    const { api, store, isStreaming } = this.#options
    this.cancel()
    const answer = await api.logs()
    if (this.#closed || isStreaming()) return
    if (answer.kind === 'ok') {
      store.dispatch({ kind: 'loaded', server: answer.value })
      if (store.state.connection.kind !== 'idle') this.#show({ kind: 'idle' })
      return
    }
    if (answer.error !== 'network') {
      this.#show({ kind: 'refused', error: answer.error })
      return
    }
    const wait = backOff(attempt)
    this.#show({ kind: 'reconnecting', attempt, retryAt: Date.now() + wait })
    this.#timer = setTimeout(() => void this.#load(attempt + 1), wait)
  }

  #show(connection: PageState['connection']): void {
    this.#options.store.dispatch({ kind: 'connection', connection })
  }
}
