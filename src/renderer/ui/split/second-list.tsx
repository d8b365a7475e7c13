import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { LogId } from '../../../shared/protocol.ts'
import { NO_ROWS } from '../../data/no-rows.ts'
import { ListFeed } from '../../list/list-feed.ts'
import type { LogListLabels } from '../../list/list-model.ts'
import { LogList } from '../../list/log-list.ts'
import '../../list/log-list.css'
import { listLinks } from '../details/list-links.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'

/** How long the view must rest until its place is kept, in ms. */
const REST_MS = 250

/** What the head of the pane does to its list. */
export interface SecondListHandle {
  setFollow(follow: boolean): void
}

export interface SecondListProps {
  readonly ref: Ref<SecondListHandle>
  readonly log: LogId
  readonly labels: LogListLabels
  /** The list came to its end or left it. */
  readonly onFollow: (follow: boolean) => void
}

/** The second list: the rows that the page shows of its log, at a place of their own. */
export function SecondList({ ref, log, labels, onFollow }: SecondListProps) {
  const page = usePage()
  const { session, painters, split, dialogs, places, textLook } = page
  const { wrap } = useStore(textLook)
  const host = useRef<HTMLDivElement>(null)
  const list = useRef<LogList | null>(null)
  const feed = useRef<ListFeed | null>(null)
  const follow = useRef(places.get(log) === null)
  const latest = useRef({ labels, wrap, onFollow })
  latest.current = { labels, wrap, onFollow }

  const setFollow = useRef((next: boolean) => {
    if (follow.current === next) return
    follow.current = next
    feed.current?.update()
    latest.current.onFollow(next)
  })
  useImperativeHandle(ref, () => ({ setFollow: setFollow.current }), [])

  useEffect(() => {
    if (host.current === null) return
    const own = new LogList(host.current, {
      rows: NO_ROWS,
      labels: latest.current.labels,
      onFollowChange: (next) => setFollow.current(next),
      links: listLinks(page),
      onOpenLine: (line) => dialogs.set({ kind: 'whole-line', log, line }),
    })
    own.setWrap(latest.current.wrap)
    const ownFeed = new ListFeed({
      session,
      list: own,
      shown: () => ({ log, follow: follow.current }),
      sharesLines: false,
      places,
    })
    const paint = () => own.setPainter(painters.get())
    paint()
    const stopPainting = painters.subscribe(paint)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keepPlace = () => {
      const place = own.readingPlace
      if (follow.current) places.set(log, null)
      else if (place.kind === 'row' && place.line !== null) {
        places.set(log, { line: place.line, y: place.y, active: place.active })
      }
    }
    const stopKeeping = own.onVisible(() => {
      clearTimeout(timer)
      timer = setTimeout(keepPlace, REST_MS)
    })
    latest.current.onFollow(follow.current)
    list.current = own
    feed.current = ownFeed
    split.list.set(own)
    return () => {
      split.list.set(null)
      clearTimeout(timer)
      stopKeeping()
      stopPainting()
      ownFeed.close()
      own.close()
      list.current = null
      feed.current = null
    }
  }, [page, session, painters, split, dialogs, places, log])

  useEffect(() => list.current?.setLabels(labels), [labels])
  useEffect(() => list.current?.setWrap(wrap), [wrap])

  return <div ref={host} className="log-view" />
}
