import type { LogId } from '../../../shared/protocol.ts'
import { shownView } from '../../data/page-state.ts'
import type { Session, ViewAnswer } from '../../data/session.ts'
import type { ViewWish } from '../../data/view-wish.ts'
import {
  type LogSearch,
  NO_SEARCH,
  resultsOf,
  type SearchPhase,
  type SearchRefusal,
  type Visit,
} from './log-search.ts'
import { FIRST_RESULTS } from './results-feed.ts'
import { type SearchInput, termOf } from './search-input.ts'
import { searchWish } from './search-wish.ts'

/**
 * How long a view may be missing before it is opened again, in ms: a stream that begins anew tells of
 * the views a moment after the logs.
 */
const MISSING_MS = 300

/** The first matches come with the answer. */
const OPENING = { at: { kind: 'start' }, rows: FIRST_RESULTS } as const

/** Whether somebody does something, or the server answered. */
export type SearchCause = 'user' | 'answer'

/** What a searcher needs of the page's session. */
export type SearchedSession = Pick<Session, 'getState' | 'openView' | 'closeView' | 'stopView'>

/**
 * The search of one log: asks the server for what the field says, one question at a time, so that a
 * fast typist waits for no more than the answer before the last. Owns the view of its matches.
 */
export class LogSearcher {
  readonly #session: SearchedSession
  readonly #log: LogId
  readonly #onChange: (cause: SearchCause) => void
  #search: LogSearch
  /** The wish that was answered last. */
  #asked: string | null = null
  #isBusy = false
  #isClosed = false
  /** The page's connection when a wish was refused: with another one it is asked again. */
  #refusedBy: unknown = null
  #missing: ReturnType<typeof setTimeout> | undefined

  constructor(
    session: SearchedSession,
    log: LogId,
    input: SearchInput,
    onChange: (cause: SearchCause) => void,
  ) {
    this.#session = session
    this.#log = log
    this.#onChange = onChange
    this.#search = { ...NO_SEARCH, input }
  }

  get search(): LogSearch {
    return this.#search
  }

  /** Whether what is typed was answered, and not what was typed before. */
  get isSettled(): boolean {
    if (this.#isBusy) return false
    const wish = this.#wish
    return wish === null || JSON.stringify(wish) === this.#asked
  }

  /** Something else is typed, or the same is meant in another way. */
  change(change: Partial<SearchInput>): void {
    this.#set({ input: { ...this.#search.input, ...change } })
    this.open()
  }

  /** Searches for what is typed. */
  open(): void {
    if (this.#search.phase.kind === 'closed') this.#show({ kind: 'open', view: null })
    this.settle()
  }

  /** Looks for nothing any more. What is typed stays. */
  close(): void {
    this.#leave({ kind: 'closed' })
  }

  /** Ends the search where it is; what it found stays. */
  stop(): void {
    const view = resultsOf(this.#search)
    if (view !== null) this.#session.stopView(this.#log, view)
  }

  /** Searches anew, after it was stopped or failed. */
  again(): void {
    this.#asked = null
    this.open()
  }

  visit(visit: Visit): void {
    if (visit.view === resultsOf(this.#search)) this.#set({ visit })
  }

  /** Ends all of it, with its log. */
  end(): void {
    this.#isClosed = true
    this.#leave({ kind: 'closed' })
  }

  /** Asks for what is wanted now, when that was not asked for yet or is gone. */
  settle(): void {
    const { phase } = this.#search
    if (this.#isBusy || this.#isClosed || phase.kind === 'closed') return
    const state = this.#session.getState()
    const wish = this.#wish
    if (wish === null) {
      this.#leave({ kind: 'open', view: null })
      return
    }
    const key = JSON.stringify(wish)
    if (key !== this.#asked) void this.#ask(wish, key)
    else if (phase.kind === 'refused') {
      const isAway = phase.refusal.kind === 'refused' && phase.refusal.error === 'network'
      const isBack = state.connection.kind === 'live' && state.connection !== this.#refusedBy
      if (isAway && isBack) void this.#ask(wish, key)
    } else if (this.#isMissing) this.#missing ??= setTimeout(() => this.#replace(), MISSING_MS)
  }

  /** What is to be asked for; null while there is nothing. */
  get #wish(): ViewWish | null {
    const { phase, input } = this.#search
    const term = phase.kind === 'closed' ? null : termOf(input)
    return term && searchWish(term, shownView(this.#session.getState(), this.#log))
  }

  get #isMissing(): boolean {
    const view = resultsOf(this.#search)
    return view !== null && !this.#session.getState().views.has(view)
  }

  /** Its view is gone: closed in favour of others, or with the server that had it. */
  #replace(): void {
    this.#missing = undefined
    const { connection } = this.#session.getState()
    const canAsk = connection.kind === 'live' || connection.kind === 'idle'
    if (!this.#isMissing || !canAsk) return
    this.#asked = null
    this.settle()
  }

  async #ask(wish: ViewWish, key: string): Promise<void> {
    this.#isBusy = true
    const replaces = resultsOf(this.#search)
    const asked = { ...wish, replaces, opening: OPENING }
    const answer = await this.#session.openView(this.#log, asked)
    this.#isBusy = false
    if (this.#isClosed || this.#search.phase.kind === 'closed') {
      if (answer.kind === 'opened') this.#session.closeView(this.#log, answer.view.id)
      return
    }
    this.#asked = key
    if (answer.kind === 'opened') {
      this.#set({ phase: { kind: 'open', view: answer.view.id }, visit: null }, 'answer')
    } else {
      this.#refusedBy = this.#session.getState().connection
      const view = resultsOf(this.#search)
      this.#show({ kind: 'refused', refusal: refusalOf(answer), view })
    }
    this.settle()
  }

  /** Closes the view. That tells everybody, this searcher too: its own state comes first. */
  #leave(phase: SearchPhase): void {
    clearTimeout(this.#missing)
    this.#missing = undefined
    this.#asked = null
    const view = resultsOf(this.#search)
    this.#show(phase)
    if (view !== null) this.#session.closeView(this.#log, view)
  }

  #show(phase: SearchPhase): void {
    const before = this.#search.phase
    const isSame = phase.kind === before.kind && phase.kind !== 'refused'
    if (isSame && resultsOf({ ...this.#search, phase }) === resultsOf(this.#search)) return
    const visit = phase.kind === 'closed' ? null : this.#search.visit
    this.#set({ phase, visit })
  }

  #set(change: Partial<LogSearch>, cause: SearchCause = 'user'): void {
    this.#search = { ...this.#search, ...change }
    this.#onChange(cause)
  }
}

function refusalOf({ error, query }: Extract<ViewAnswer, { kind: 'refused' }>): SearchRefusal {
  if (query === null) return { kind: 'refused', error }
  return { kind: 'invalid', at: query.at, message: query.message }
}
