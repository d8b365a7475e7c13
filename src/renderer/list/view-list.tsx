import { useEffect, useRef } from 'react'
import type { LineNumber } from '../../shared/line-number.ts'
import type { LogId } from '../../shared/log-id.ts'
import type { ViewId } from '../../shared/views.ts'
import type { Session } from '../data/session.ts'
import { ListFeed } from './list-feed.ts'
import './log-list.css'
import type { LogListLabels } from './list-model.ts'
import { LogList } from './log-list.ts'
import { createPlaces } from './places.ts'

/** What {@link ViewList} is given; `onReady` gets null when the list is gone. */
export interface ViewListProps {
  readonly session: Session
  readonly log: LogId
  /**
   * Of a search or a filter; nothing is shown once it is gone. Left out: what the page shows of the
   * log, as in its main list.
   */
  readonly view?: ViewId
  /** Whether it begins at the end, and follows it. */
  readonly follow?: boolean
  readonly labels: LogListLabels
  readonly onReady?: (list: LogList | null) => void
  readonly onFollowChange?: (follow: boolean) => void
  readonly onActiveLine?: (line: LineNumber | null) => void
  /** A line was clicked, or Enter pressed on it. Left out, Enter is the page's. */
  readonly onChooseLine?: (line: LineNumber) => void
  readonly onOpenLine?: (line: LineNumber) => void
}

/** A list with a place of its own: the results of a search, a second log beside the selected one. */
export function ViewList(props: ViewListProps) {
  const { session, log, view, labels } = props
  const host = useRef<HTMLDivElement>(null)
  const list = useRef<LogList | null>(null)
  const latest = useRef(props)
  latest.current = props
  const canChoose = props.onChooseLine !== undefined

  useEffect(() => {
    if (host.current === null) return
    let follow = latest.current.follow ?? false
    const own = new LogList(host.current, {
      rows: session.lines,
      labels: latest.current.labels,
      onFollowChange: (next) => {
        follow = next
        feed.update()
        latest.current.onFollowChange?.(next)
      },
      onActiveLine: (line) => latest.current.onActiveLine?.(line),
      ...(canChoose && { onChooseLine: (line) => latest.current.onChooseLine?.(line) }),
      onOpenLine: (line) => latest.current.onOpenLine?.(line),
    })
    const shown = () => ({ log, follow, ...(view !== undefined && { view }) })
    const places = createPlaces()
    const feed = new ListFeed({ session, list: own, shown, sharesLines: false, places })
    if (!follow) own.scrollToStart()
    list.current = own
    latest.current.onReady?.(own)
    return () => {
      feed.close()
      latest.current.onReady?.(null)
      list.current = null
      own.close()
    }
  }, [session, log, view, canChoose])

  useEffect(() => list.current?.setLabels(labels), [labels])

  return <div ref={host} className="log-view" />
}
