import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/protocol.ts'
import type { ViewState } from '../../../shared/views.ts'
import { NO_ROWS } from '../../data/no-rows.ts'
import { LogList } from '../../list/log-list.ts'
import { listLinks } from '../details/list-links.ts'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { listLabels } from '../stage/list-labels.ts'
import { resultsOf } from './log-search.ts'
import { ResultsFeed } from './results-feed.ts'
import { searchedTerm } from './searched-term.ts'

export interface ResultsListProps {
  readonly log: LogId
  /** The lines of another search are drawn, or it is known that there are none. */
  readonly onDrawn: () => void
  readonly onEmpty: (isEmpty: boolean) => void
}

/**
 * The lines that were found in one log. The list stays while one search follows the other, and hears
 * of them by itself: its rows wait for nothing else of the page.
 */
export function ResultsList({ log, onDrawn, onEmpty }: ResultsListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const page = usePage()
  const { session, search, painters, commands } = page
  const host = useRef<HTMLDivElement>(null)
  const [list, setList] = useState<LogList | null>(null)
  const words = useMemo(
    () => ({
      labels: { ...listLabels(t, format, ''), grid: t('search.results') },
      nameOf: ({ query }: ViewState) =>
        t('search.results.lines', { text: shownText(searchedTerm(query)?.pattern ?? '') }),
    }),
    [t, format],
  )
  const drawn = useRef<ViewState | null>(null)
  const latest = useRef({ words, onDrawn, onEmpty })
  latest.current = { words, onDrawn, onEmpty }

  useEffect(() => {
    if (host.current === null) return
    const { searches } = search
    const list = new LogList(host.current, {
      rows: NO_ROWS,
      labels: latest.current.words.labels,
      onFollowChange: (follow) => feed.setFollow(follow),
      links: listLinks(page),
      onChooseLine: search.goTo,
      onOpenLine: commands.openLine,
    })
    const feed = new ResultsFeed({
      session,
      list,
      log,
      onDrawn: (view) => {
        drawn.current = view
        list.setName(latest.current.words.nameOf(view))
        latest.current.onDrawn()
      },
      onEmpty: (isEmpty) => latest.current.onEmpty(isEmpty),
    })
    list.scrollToStart()
    const paint = () => list.setPainter(painters.get())
    paint()
    const show = () => {
      if (session.getState().selected !== log) return
      const view = resultsOf(searches.get())
      if (view !== null) feed.show(view)
      else if (searches.isSettled()) feed.clear()
    }
    show()
    const stops = [painters.subscribe(paint), searches.watch(show)]
    search.results.set(list)
    setList(list)
    return () => {
      for (const stop of stops) stop()
      search.results.set(null)
      latest.current.onEmpty(true)
      feed.close()
      list.close()
    }
  }, [page, session, search, painters, commands, log])

  useEffect(() => {
    if (list === null) return
    const { labels, nameOf } = words
    list.setLabels(drawn.current === null ? labels : { ...labels, grid: nameOf(drawn.current) })
  }, [list, words])

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
      <div ref={host} className="log-view" />
    </div>
  )
}
