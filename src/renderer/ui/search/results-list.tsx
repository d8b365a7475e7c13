import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/protocol.ts'
import type { ViewId } from '../../../shared/views.ts'
import { LogList } from '../../list/log-list.ts'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { listLabels } from '../stage/list-labels.ts'
import { ResultsFeed } from './results-feed.ts'

export interface ResultsListProps {
  readonly log: LogId
  /** The view whose rows are wanted; null leaves what is there. */
  readonly view: ViewId | null
  /** What is looked for. */
  readonly pattern: string
  readonly onEmpty: (isEmpty: boolean) => void
}

/** The lines that were found in one log. The list stays while one search follows the other. */
export function ResultsList({ log, view, pattern, onEmpty }: ResultsListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { session, search, painters, commands } = usePage()
  const host = useRef<HTMLDivElement>(null)
  const [fed, setFed] = useState<{ list: LogList; feed: ResultsFeed } | null>(null)
  const labels = useMemo(
    () => ({
      ...listLabels(t, format, ''),
      grid: t('search.results.lines', { text: shownText(pattern) }),
    }),
    [t, format, pattern],
  )
  const latest = useRef({ labels, onEmpty })
  latest.current = { labels, onEmpty }

  useEffect(() => {
    if (host.current === null) return
    const list = new LogList(host.current, {
      rows: session.lines,
      labels: latest.current.labels,
      onFollowChange: (follow) => feed.setFollow(follow),
      onChooseLine: search.goTo,
      onOpenLine: commands.openLine,
    })
    const feed = new ResultsFeed({
      session,
      list,
      log,
      onEmpty: (isEmpty) => latest.current.onEmpty(isEmpty),
    })
    list.scrollToStart()
    const paint = () => list.setPainter(painters.get())
    paint()
    const stopPainting = painters.subscribe(paint)
    search.results.set(list)
    setFed({ list, feed })
    return () => {
      stopPainting()
      search.results.set(null)
      latest.current.onEmpty(true)
      feed.close()
      list.close()
    }
  }, [session, search, painters, commands, log])

  useEffect(() => fed?.list.setLabels(labels), [fed, labels])
  useEffect(() => {
    if (view !== null) fed?.feed.show(view)
  }, [fed, view])

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
