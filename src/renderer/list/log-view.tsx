import { useEffect, useRef } from 'react'
import type { LineNumber } from '../../shared/line-number.ts'
import type { Session } from '../data/session.ts'
import type { Links } from './links.ts'
import { ListFeed } from './list-feed.ts'
import './log-list.css'
import type { LogListLabels } from './list-model.ts'
import { LogList } from './log-list.ts'
import { selectedShown } from './model-of.ts'
import { createPlaces, type Places } from './places.ts'

/** What {@link LogView} is given; `onReady` gets null when the list is gone. */
export interface LogViewProps {
  readonly session: Session
  readonly labels: LogListLabels
  /** Whether lines that are wider than the view are broken. */
  readonly wrap: boolean
  /** Where logs that are not shown are read; kept no longer than the list when left out. */
  readonly places?: Places
  /** What is done with addresses; that of the first time counts. */
  readonly links?: Links
  readonly onReady?: (list: LogList | null) => void
  readonly onActiveLine?: (line: LineNumber | null) => void
  readonly onOpenLine?: (line: LineNumber) => void
  /** The selected lines are copied. */
  readonly onCopy: () => void
  readonly onToggleEntry?: (line: LineNumber) => void
}

/** The list of the session's selected log. React renders its host once; the list draws itself. */
export function LogView(props: LogViewProps) {
  const { session, labels, wrap } = props
  const host = useRef<HTMLDivElement>(null)
  const list = useRef<LogList | null>(null)
  // The list lives as long as the session: it calls what was given last.
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (host.current === null) return
    const own = new LogList(host.current, {
      rows: session.lines,
      labels: latest.current.labels,
      onFollowChange: (follow) => session.setFollow(follow),
      onActiveLine: (line) => latest.current.onActiveLine?.(line),
      onOpenLine: (line) => latest.current.onOpenLine?.(line),
      ...(latest.current.links && { links: latest.current.links }),
      onCopy: () => latest.current.onCopy(),
      onToggleEntry: (line) => latest.current.onToggleEntry?.(line),
    })
    own.setWrap(latest.current.wrap)
    const feed = new ListFeed({
      session,
      list: own,
      shown: () => selectedShown(session.getState()),
      sharesLines: true,
      places: latest.current.places ?? createPlaces(),
    })
    list.current = own
    latest.current.onReady?.(own)
    return () => {
      feed.close()
      latest.current.onReady?.(null)
      list.current = null
      own.close()
    }
  }, [session])

  useEffect(() => list.current?.setLabels(labels), [labels])
  useEffect(() => list.current?.setWrap(wrap), [wrap])

  return <div ref={host} className="log-view" />
}
