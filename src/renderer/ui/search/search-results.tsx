import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewState } from '../../../shared/views.ts'
import { shownView } from '../../data/page-state.ts'
import type { LogList } from '../../list/log-list.ts'
import { ViewList } from '../../list/view-list.tsx'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import { listLabels } from '../stage/list-labels.ts'
import { ResultsAnnouncer } from './results-announcer.tsx'
import { ResultsEmpty } from './results-empty.tsx'
import { ResultsHead } from './results-head.tsx'
import { ResultsSeparator } from './results-separator.tsx'
import { searchStatus } from './search-status.ts'
import { useResults } from './use-results.ts'
import { useSearch } from './use-search.ts'

/** The lines that were found, below the lines of the log; nothing while nothing is searched for. */
export function SearchResults() {
  const { t } = useTranslation()
  const { search } = usePage()
  const height = useStore(search.paneHeight)
  const current = useSearch()
  const view = useResults()
  const isFiltered = usePageState((state) => shownView(state, state.selected) !== null)
  const status = searchStatus(current, view)
  if (status.kind === 'none') return null
  const isEmpty = view === null || view.end === view.first
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
        {view !== null && <ResultsList view={view} />}
        {isEmpty && <ResultsEmpty status={status} input={current.input} isFiltered={isFiltered} />}
      </div>
      <ResultsAnnouncer status={status} />
    </section>
  )
}

function ResultsList({ view }: { readonly view: ViewState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { session, search, painters, commands } = usePage()
  const pattern = view.query.all.at(-1)?.pattern ?? ''
  const labels = useMemo(
    () => ({
      ...listLabels(t, format, ''),
      grid: t('search.results.lines', { text: shownText(pattern) }),
    }),
    [t, format, pattern],
  )
  const [list, setList] = useState<LogList | null>(null)
  useEffect(() => {
    search.results.set(list)
    if (list === null) return
    const paint = () => list.setPainter(painters.get())
    paint()
    return painters.subscribe(paint)
  }, [list, painters, search])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid inside takes the key first, this is the way out of it
    <div
      className="results-list"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        commands.focusLines()
      }}
    >
      <ViewList
        session={session}
        log={view.log}
        view={view.id}
        labels={labels}
        onReady={setList}
        onChooseLine={search.goTo}
        onOpenLine={commands.openLine}
      />
    </div>
  )
}
