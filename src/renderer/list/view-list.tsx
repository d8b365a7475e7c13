import { useEffect, useRef } from 'react'
import type { LineNumber } from '../../shared/line-number.ts'
import type { LogId } from '../../shared/log-id.ts'
import type { ViewId } from '../../shared/views.ts'
import type { Session } from '../data/session.ts'
import './log-list.css'
import { EMPTY_LIST, type LogListLabels } from './list-model.ts'
import { LogList } from './log-list.ts'
import { modelOfRows } from './model-of-rows.ts'

/** What {@link ViewList} is given; `onReady` gets null when the list is gone. */
export interface ViewListProps {
  readonly session: Session
  readonly log: LogId
  /** Of a search or a filter; nothing is shown once it is gone. */
  readonly view: ViewId
  readonly labels: LogListLabels
  readonly onReady?: (list: LogList | null) => void
  readonly onActiveLine?: (line: LineNumber | null) => void
  /** A line was clicked, or Enter pressed on it. */
  readonly onChooseLine?: (line: LineNumber) => void
  readonly onOpenLine?: (line: LineNumber) => void
}

/** A list of the rows of one view, with a place of its own: the results of a search. */
export function ViewList(props: ViewListProps) {
  const { session, log, view, labels } = props
  const host = useRef<HTMLDivElement>(null)
  const list = useRef<LogList | null>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (host.current === null) return
    const rows = session.viewRows(log, view)
    const own = new LogList(host.current, {
      rows,
      labels: latest.current.labels,
      onFollowChange: (next) => {
        follow = next
        show()
      },
      onActiveLine: (line) => latest.current.onActiveLine?.(line),
      onChooseLine: (line) => latest.current.onChooseLine?.(line),
      onOpenLine: (line) => latest.current.onOpenLine?.(line),
    })
    let follow = false
    let model = EMPTY_LIST
    const show = () => {
      model = modelOfRows(session.getState(), log, view, follow, model)
      own.setModel(model)
    }
    show()
    own.scrollToStart()
    const stop = session.watch(show)
    list.current = own
    latest.current.onReady?.(own)
    return () => {
      stop()
      latest.current.onReady?.(null)
      list.current = null
      own.close()
      rows.close()
    }
  }, [session, log, view])

  useEffect(() => list.current?.setLabels(labels), [labels])

  return <div ref={host} className="log-view" />
}
