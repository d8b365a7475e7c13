import type { LineNumber } from '../../../shared/line-number.ts'
import type { Folding } from '../../data/folding.ts'
import type { Session } from '../../data/session.ts'
import type { Kept } from '../../kept/kept.ts'
import type { LogList } from '../../list/log-list.ts'
import { revealLine } from '../go-to/reveal-line.ts'
import type { Painters } from '../highlight/painters.ts'
import { createStore, type Store } from '../page/store.ts'
import { HIT_CLASS } from './hit-class.ts'
import type { HitThread } from './hit-finder.ts'
import { resultsOf } from './log-search.ts'
import { paintSearches } from './paint-searches.ts'
import { createPaneHeight, type PaneHeight } from './pane-height.ts'
import { remember, type SearchHistory, searchHistory } from './search-history.ts'
import { createSearchWalker } from './search-walker.ts'
import { createSearches, type Searches } from './searches.ts'
import { watchSearchTicks } from './watch-search-ticks.ts'

/** Under which the history is kept. */
const HISTORY_KEY = 'search.history'

export interface PageSearchParts {
  readonly session: Session
  readonly painters: Painters
  readonly kept: Kept
  /** The list of lines on the screen. */
  readonly list: Store<LogList | null>
  readonly folding: Folding
  readonly startThread: () => HitThread
}

/** All that the page needs to search. */
export interface PageSearch {
  readonly searches: Searches
  /** What was searched for, the newest first. */
  readonly history: Store<SearchHistory>
  /** Whether the hits cannot be painted, because the pattern takes too long for it. */
  readonly isUnpainted: Store<boolean>
  readonly paneHeight: PaneHeight
  /** The search field on the screen; null while there is none. */
  readonly field: Store<HTMLInputElement | null>
  /** The list of results on the screen; null while there is none. */
  readonly results: Store<LogList | null>
  /** To the next match (1) or the one before (-1), in the lines and in the results. */
  step(by: 1 | -1): void
  /** To a line of the results. */
  goTo(line: LineNumber): void
  /** Keeps what is typed in the history. */
  remember(): void
  /** Puts the keyboard into the field, with the selected text of a line when there is one. */
  focusField(): void
  /** Whether there are results to put the keyboard into. */
  focusResults(): boolean
}

/** Longer selections are text to copy, and no search. */
const MAX_SELECTED = 200

export function createPageSearch(parts: PageSearchParts): PageSearch {
  const { session, painters, kept, list, folding, startThread } = parts
  const searches = createSearches(session)
  const walker = createSearchWalker({
    session,
    searches,
    list,
    reveal: (log, line) => revealLine({ session, folding }, list.get(), log, line),
  })
  const history = createStore<SearchHistory>(kept.read(HISTORY_KEY, searchHistory, []))
  const field = createStore<HTMLInputElement | null>(null)
  const results = createStore<LogList | null>(null)
  watchSearchTicks({ session, searches, list })

  function rememberInput(): void {
    const next = remember(history.get(), searches.get().input)
    if (next === history.get()) return
    history.set(next)
    kept.write(HISTORY_KEY, next)
  }

  return {
    searches,
    history,
    isUnpainted: paintSearches(searches, painters, startThread),
    paneHeight: createPaneHeight(kept),
    field,
    results,
    async step(by) {
      rememberInput()
      const before = searches.get().visit
      await walker.step(by)
      const { visit } = searches.get()
      if (visit !== null && visit !== before) results.get()?.scrollToLine(visit.line, HIT_CLASS)
    },
    goTo(line) {
      rememberInput()
      void walker.goTo(line)
    },
    remember: rememberInput,
    focusField() {
      const selected = selectedText(list.get() === null ? null : document.getSelection())
      if (selected !== null) searches.change({ text: selected, kind: 'text' })
      field.get()?.focus()
      field.get()?.select()
    },
    focusResults() {
      const shown = resultsOf(searches.get()) === null ? null : results.get()
      shown?.focus()
      return shown !== null
    },
  }
}

/** What is selected in a line: one that reaches over several lines is no search. */
function selectedText(selection: Selection | null): string | null {
  const at = selection?.anchorNode?.parentElement?.closest('.log-row-text') ?? null
  const text = selection?.toString() ?? ''
  if (at === null || text.trim() === '' || text.length > MAX_SELECTED) return null
  return text.includes('\n') ? null : text
}
