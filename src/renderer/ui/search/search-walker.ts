import { type LineNumber, lineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import type { ViewState } from '../../../shared/views.ts'
import type { Session } from '../../data/session.ts'
import type { LogList } from '../../list/log-list.ts'
import type { Store } from '../page/store.ts'
import { HIT_CLASS } from './hit-class.ts'
import { resultsOf } from './log-search.ts'
import { planStep, type Step } from './plan-step.ts'
import type { Searches } from './searches.ts'

/** How long a step waits for a match to be found, in ms: later nobody expects it any more. */
const PATIENCE_MS = 30_000

/** What the walker moves. */
export type WalkedList = Pick<LogList, 'activeLine' | 'visibleLines' | 'moves' | 'scrollToLine'>

export interface SearchWalkerParts {
  readonly session: Pick<Session, 'getState' | 'watch' | 'viewPlace' | 'viewRows'>
  readonly searches: Searches
  readonly list: Pick<Store<WalkedList | null>, 'get'>
  /** Makes a line one of those that the list shows, where it is folded away. */
  readonly reveal: (log: LogId, line: LineNumber) => Promise<void>
}

/** Goes from match to match. */
export interface SearchWalker {
  /** To the next match (1) or the one before (-1); steps asked for meanwhile are made together. */
  step(by: 1 | -1): Promise<void>
  /** To the match on this line. */
  goTo(line: LineNumber): Promise<void>
}

export function createSearchWalker({
  session,
  searches,
  list,
  reveal,
}: SearchWalkerParts): SearchWalker {
  let wanted = 0
  let isWalking = false

  /** The view of what is typed, once there is something in it to go to or nothing to be expected. */
  function ready(isEnough: (view: ViewState) => boolean): Promise<ViewState | null> {
    const look = (): ViewState | null | 'later' => {
      const search = searches.get()
      if (search.phase.kind === 'closed' || search.input.text === '') return null
      if (!searches.isSettled()) return 'later'
      if (search.phase.kind === 'refused') return null
      const id = resultsOf(search)
      const view = id === null ? undefined : session.getState().views.get(id)
      if (view === undefined) return 'later'
      return view.phase.kind !== 'scanning' || isEnough(view) ? view : 'later'
    }
    return new Promise((resolve) => {
      const finish = (view: ViewState | null): void => {
        clearTimeout(timer)
        for (const stop of stops) stop()
        resolve(view)
      }
      const check = (): void => {
        const seen = look()
        if (seen !== 'later') finish(seen)
      }
      const timer = setTimeout(() => {
        const id = resultsOf(searches.get())
        finish((id === null ? undefined : session.getState().views.get(id)) ?? null)
      }, PATIENCE_MS)
      const stops = [session.watch(check), searches.watch(check)]
      check()
    })
  }

  async function rowAt(log: LogId, view: ViewState, line: number): Promise<number | null> {
    const answer = await session.viewPlace(log, view.id, line)
    return answer.kind === 'ok' ? answer.value.row : null
  }

  async function plan(view: ViewState, by: number): Promise<Step | null> {
    const { activeLine = null, visibleLines = null } = list.get() ?? {}
    const { visit } = searches.get()
    if (visit !== null && visit.view === view.id && visit.line === activeLine) {
      return planStep(view, { row: visit.row, isOn: true }, by)
    }
    const line = activeLine ?? visibleLines?.from ?? 0
    const row = await rowAt(view.log, view, line)
    const after = activeLine === null ? row : await rowAt(view.log, view, line + 1)
    if (row === null || after === null) return null
    return planStep(view, { row, isOn: after !== row }, by)
  }

  /** The line of a row; waits until the lines before it are counted. */
  async function lineOf(view: ViewState, row: number): Promise<LineNumber | null> {
    for (;;) {
      const rows = session.viewRows(view.log, view.id)
      const read = await rows.read(row, row + 1)
      rows.close()
      const line = read?.[0]?.line
      if (line != null) return lineNumber(line)
      if (read === null || !(await moreIsCounted(view.log))) return null
    }
  }

  /** Resolves when more of the log is indexed; false when all of it was. */
  function moreIsCounted(log: LogId): Promise<boolean> {
    const found = () => session.getState().server?.logs.find(({ id }) => id === log)
    const before = found()
    if (before === undefined || before.indexed >= before.bytes) return Promise.resolve(false)
    return new Promise((resolve) => {
      const stop = session.watch(() => {
        if (found()?.indexed === before.indexed) return
        stop()
        resolve(true)
      })
    })
  }

  async function walk(by: number): Promise<void> {
    const moves = list.get()?.moves
    let view = await ready(({ first, end }) => end > first)
    if (view === null) return
    let step = await plan(view, by)
    if (step?.wrapped === 'first' && view.phase.kind === 'scanning') {
      // The next match may only not be found yet.
      const { end } = view
      view = (await ready((later) => later.end > end)) ?? view
      step = await plan(view, by)
    }
    const line = step === null ? null : await lineOf(view, step.row)
    // Who went elsewhere while the match was looked for is not carried off.
    if (step === null || line === null || list.get()?.moves !== moves) return
    await reveal(view.log, line)
    await list.get()?.scrollToLine(line, HIT_CLASS)
    searches.visit({ view: view.id, row: step.row, line, wrapped: step.wrapped })
  }

  return {
    async step(by) {
      searches.open()
      wanted += by
      if (isWalking) return
      isWalking = true
      while (wanted !== 0) {
        const now = wanted
        wanted = 0
        await walk(now)
      }
      isWalking = false
    },
    async goTo(line) {
      const view = await ready(() => true)
      if (view !== null) await reveal(view.log, line)
      await list.get()?.scrollToLine(line, HIT_CLASS)
      const row = view === null ? null : await rowAt(view.log, view, line)
      if (view !== null && row !== null) {
        searches.visit({ view: view.id, row, line, wrapped: null })
      }
    },
  }
}
