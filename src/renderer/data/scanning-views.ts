import type { ServerMessage } from '../../shared/protocol.ts'
import type { Api } from './api.ts'
import type { PageStore } from './page-store.ts'

/** How often the views are asked for while there is no stream to tell of them, in ms. */
const VIEWS_INTERVAL_MS = 200

export interface ScanningViewsOptions {
  readonly api: Api
  readonly store: PageStore
  readonly isStreaming: () => boolean
  readonly receive: (messages: readonly ServerMessage[]) => void
}

/** Without a stream nobody tells how far searches are: they are asked for until all are done. */
export class ScanningViews {
  readonly #options: ScanningViewsOptions
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(options: ScanningViewsOptions) {
    this.#options = options
  }

  /** Begins to ask, as long as there is something to ask for. */
  watch(): void {
    const { api, store } = this.#options
    clearTimeout(this.#timer)
    const scanning = [...store.state.views.values()].filter(
      ({ phase }) => phase.kind === 'scanning',
    )
    if (this.#isDone || scanning.length === 0) return
    this.#timer = setTimeout(async () => {
      const answers = await Promise.all(scanning.map(({ log, id }) => api.view(log, id)))
      if (this.#isDone) return
      for (const answer of answers) {
        const known = answer.kind === 'ok' && store.state.views.has(answer.value.id)
        if (known) this.#options.receive([{ kind: 'view', view: answer.value }])
      }
      this.watch()
    }, VIEWS_INTERVAL_MS)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  get #isDone(): boolean {
    return this.#closed || this.#options.isStreaming()
  }
}
