import type { i18n } from 'i18next'
import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import type { Folding } from '../../data/folding.ts'
import { type PageState, shownView } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'
import { createFormat } from '../../i18n/format.ts'
import type { LogList } from '../../list/log-list.ts'
import type { Filters } from '../filters/filters.ts'
import type { Notices } from '../notices/notices.ts'
import type { Store } from '../page/store.ts'
import { isInView } from './is-in-view.ts'
import { revealLine } from './reveal-line.ts'
import { untilOtherRows } from './until-other-rows.ts'

export interface LineGoerParts {
  readonly session: Session
  readonly folding: Folding
  readonly filters: Filters
  /** The list of the selected log's rows on the screen. */
  readonly list: Pick<Store<LogList | null>, 'get'>
  readonly notices: Notices
  readonly i18n: i18n
}

/**
 * What is meant by going to a line: this one, or the part of the log that begins there, as where a time
 * was asked for.
 */
export type Aim = 'line' | 'part'

/** Lines on each side that come with one that will be gone to: a tall screen and its surroundings. */
const NEAR_LINES = 100

/** Every way to a line of the selected log. */
export interface LineGoer {
  /** The line is probably gone to soon: it is asked for already, where all lines have a row. */
  expect(line: LineNumber): void
  /**
   * Brings the line to the middle of the view: out of the entry in which it is folded away, and to the
   * next line that is shown where a filter hides it, which is told with a way to it where this line was
   * meant. Resolves when that is done, or something else was gone to meanwhile.
   */
  go(line: LineNumber, aim?: Aim): Promise<void>
}

export function createLineGoer(parts: LineGoerParts): LineGoer {
  const { session, folding, filters, list, notices, i18n } = parts
  let journey = new AbortController()
  let told: number | null = null

  async function go(line: LineNumber, aim: Aim = 'line'): Promise<void> {
    journey.abort()
    journey = new AbortController()
    const { signal } = journey
    const { selected: log } = session.getState()
    const shown = list.get()
    forget()
    if (log === null || shown === null) return
    // Where every line has a row nothing is to be looked for: it is there in this same moment.
    if (isPlain(session.getState(), log)) {
      await shown.scrollToLine(line)
      return
    }
    const { moves } = shown
    const isHidden = await isFiltered(log, line, signal)
    if (!isHidden) await revealLine({ session, folding }, shown, log, line)
    // Who went elsewhere while the line was looked for is not carried off.
    if (signal.aborted || list.get() !== shown || shown.moves !== moves) return
    await shown.scrollToLine(line)
    if (isHidden && aim === 'line' && !signal.aborted) tell(log, line, shown)
  }

  function isPlain(state: PageState, log: LogId): boolean {
    return shownView(state, log) === null && !state.folds.has(log)
  }

  async function isFiltered(log: LogId, line: LineNumber, signal: AbortSignal): Promise<boolean> {
    const view = shownView(session.getState(), log)
    if (view === null) return false
    return (await isInView(session, { log, view: view.id, line }, signal)) === false
  }

  function tell(log: LogId, line: LineNumber, shown: LogList): void {
    const format = createFormat(i18n.language === 'pt-BR' ? 'pt-BR' : 'en')
    told = notices.show({
      tone: 'info',
      title: i18n.t('goTo.hidden', { line: format.number(line + 1) }),
      text: i18n.t('goTo.hidden.text'),
      action: { label: i18n.t('goTo.hidden.show'), run: () => void lift(log, line, shown) },
    })
  }

  async function lift(log: LogId, line: LineNumber, shown: LogList): Promise<void> {
    if (session.getState().selected !== log) return
    shown.focus()
    if (shownView(session.getState(), log) !== null) {
      const others = untilOtherRows(shown)
      filters.setLifted(true)
      await others
    }
    await go(line)
  }

  function forget(): void {
    if (told !== null) notices.dismiss(told)
    told = null
  }

  return {
    go,
    expect(line) {
      const state = session.getState()
      if (state.selected === null || !isPlain(state, state.selected)) return
      session.lines.want(Math.max(0, line - NEAR_LINES), line + NEAR_LINES)
    },
  }
}
