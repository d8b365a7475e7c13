import { useState } from 'react'
import { useTranslation } from 'react-i18next'
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
import { useSearch } from './use-search.ts'
import { useSteadyOutcome } from './use-steady-outcome.ts'

/** The lines that were found, below the lines of the log; nothing while nothing is searched for. */
export function SearchResults() {
  const { t } = useTranslation()
  const { search } = usePage()
  const height = useStore(search.paneHeight)
  const current = useSearch()
  const view = useResults()
  const isFiltered = usePageState((state) => shownView(state, state.selected) !== null)
  const log = usePageState((state) => state.selected)
  const [isEmpty, setEmpty] = useState(true)
  const status = searchStatus(current, view)
  const outcome = useSteadyOutcome(status, current.input)
  if (status.kind === 'none' || log === null) return null
  return (
    <section
      className="results"
      id="search-results"
      aria-label={t('search.results')}
      style={{ height }}
    >
      <ResultsSeparator />
      <ResultsHead status={status} isFiltered={isFiltered} />
      <div className="results-body" data-lines data-stale={status.kind === 'refused' || undefined}>
        <ResultsList
          key={log}
          log={log}
          view={view?.id ?? null}
          pattern={view?.query.all.at(-1)?.pattern ?? current.input.text}
          onEmpty={setEmpty}
        />
        {isEmpty && <ResultsEmpty {...outcome} isFiltered={isFiltered} />}
      </div>
      <ResultsAnnouncer status={status} />
    </section>
  )
}
