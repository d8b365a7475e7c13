import { useEffect, useRef } from 'react'
import type { LineNumber } from '../../shared/line-number.ts'
import type { Session } from '../data/session.ts'
import { ListFeed } from './list-feed.ts'
import './log-list.css'
import type { LogListLabels } from './list-model.ts'
import { LogList } from './log-list.ts'

/** What {@link LogView} is given; `onReady` gets null when the list is gone. */
export interface LogViewProps {
  readonly session: Session
  readonly labels: LogListLabels
  readonly onReady?: (list: LogList | null) => void
  readonly onActiveLine?: (line: LineNumber | null) => void
  readonly onOpenLine?: (line: LineNumber) => void
}

/** The list of the session's selected log. React renders its host once; the list draws itself. */
export function LogView({ session, labels, onReady, onActiveLine, onOpenLine }: LogViewProps) {
  const host = useRef<HTMLDivElement>(null)
  const list = useRef<LogList | null>(null)
  // The list lives as long as the session: it calls what was given last.
  const latest = useRef({ labels, onReady, onActiveLine, onOpenLine })
  latest.current = { labels, onReady, onActiveLine, onOpenLine }

  useEffect(() => {
    if (host.current === null) return
    const own = new LogList(host.current, {
      rows: session.lines,
      labels: latest.current.labels,
      onFollowChange: (follow) => session.setFollow(follow),
      onActiveLine: (line) => latest.current.onActiveLine?.(line),
      onOpenLine: (line) => latest.current.onOpenLine?.(line),
    })
    const feed = new ListFeed(session, own)
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

  return <div ref={host} className="log-view" />
}
