import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/protocol.ts'
import { shownView } from '../../data/page-state.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import { ResultsAnnouncer } from './results-announcer.tsx'
import { ResultsEmpty } from './results-empty.tsx'
import { ResultsHead } from './results-head.tsx'
import { ResultsList } from './results-list.tsx'
import { ResultsSeparator } from './results-separator.tsx'
import { searchStatus } from './search-status.ts'
import { useResults } from './use-results.ts'
import { useSearch, useSearchPart } from './use-search.ts'
import { useSteadyOutcome } from './use-steady-outcome.ts'

/** How long a log was on the screen before the pane is made, in ms: the lines come first. */
const MADE_AFTER_MS = 500

/**
 * How long the pane waits for its first lines, in ms: coming with them it costs one frame of all that
 * moves to make room, and not two.
 */
const SHOWN_AFTER_MS = 100

/**
 * The lines that were found, below the lines of the log. It is laid out before anybody searches and
 * not seen: making the pane takes longer than finding the first lines of a GiB.
 */
export function SearchResults() {
  const log = usePageState((state) => state.selected)
  const isOpen = useSearchPart(({ phase }) => phase.kind !== 'closed')
  const [isMade, setMade] = useState(false)
  const isWanted = log !== null && (isMade || isOpen)
  useEffect(() => {
    if (log === null || isMade) return
    const timer = setTimeout(() => setMade(true), MADE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [log, isMade])
  return isWanted && <Results log={log} />
}

function Results({ log }: { readonly log: LogId }) {
  const { t } = useTranslation()
  const { search } = usePage()
  const height = useStore(search.paneHeight)
  const current = useSearch()
  const view = useResults()
  const isFiltered = usePageState((state) => shownView(state, state.selected) !== null)
  const [isEmpty, setEmpty] = useState(true)
  const [isDrawn, setDrawn] = useState(false)
  const status = searchStatus(current, view)
  const outcome = useSteadyOutcome(status, current.input)
  const isSearching = status.kind !== 'none'
  const isLate = useLate(isSearching && !isDrawn)
  // What is wrong with a pattern is told below the field: nothing is left to be said here.
  const hasNothing = status.kind === 'refused' && isEmpty
  const isShown = isSearching && (isDrawn || isLate) && !hasNothing
  if (isDrawn && !isSearching) setDrawn(false)
  return (
    <section
      className="results"
      id="search-results"
      aria-label={t('search.results')}
      data-unseen={!isShown || undefined}
      inert={!isShown}
      style={{ height }}
    >
      <ResultsSeparator />
      <ResultsHead status={status} isFiltered={isFiltered} />
      <div className="results-body" data-lines data-stale={status.kind === 'refused' || undefined}>
        <ResultsList key={log} log={log} onDrawn={() => setDrawn(true)} onEmpty={setEmpty} />
        {isShown && isEmpty && <ResultsEmpty {...outcome} isFiltered={isFiltered} />}
      </div>
      <ResultsAnnouncer status={status} />
    </section>
  )
}

/** Whether something has been so for longer than the pane waits for its first lines. */
function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false)
  if (isLate && !isWaiting) setLate(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return isLate
}
