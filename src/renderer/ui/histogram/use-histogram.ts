import { useEffect, useRef, useState } from 'react'
import type { LogId } from '../../../shared/log-id.ts'
import type { ViewId } from '../../../shared/views.ts'
import type { PageState } from '../../data/page-state.ts'
import { useFilterPart } from '../filters/use-filter.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { countedView } from './counted-view.ts'
import { HistogramFeed, type HistogramState } from './histogram-feed.ts'
import type { PlaceRange } from './plan-buckets.ts'

/** What the shown log holds is otherwise from one of these to the other: then it is counted anew. */
function useLogKey(log: LogId): string {
  return usePageState(({ server }) => {
    const state = server?.logs.find(({ id }) => id === log)
    return [log, server?.instance, state?.encoding, state?.first, state?.rotations].join(' ')
  })
}

/** Differs whenever there may be more to count. */
function growthOf({ server, views }: PageState, log: LogId, view: ViewId | null): string {
  const bytes = server?.logs.find(({ id }) => id === log)?.bytes
  const rows = view === null ? undefined : views.get(view)
  return `${bytes} ${rows?.end} ${rows?.phase.kind}`
}

/** The histogram of a log in `most` parts at most, kept current while it is on the screen. */
export function useHistogram(log: LogId, zoom: PlaceRange | null, most: number): HistogramState {
  const { session, times, filters } = usePage()
  useFilterPart((filter) => countedView(session.getState(), filter))
  const view = usePageState((state) => countedView(state, filters.get()))
  const key = useLogKey(log)
  const feed = useRef<HistogramFeed | null>(null)
  const [state, setState] = useState<HistogramState>({ kind: 'loading' })

  useEffect(() => {
    const own = new HistogramFeed({
      ask: (range, signal) => session.histogram(log, range, signal),
      offsetOf({ by, zone, whole }) {
        const reach = by === 'time' ? { first: whole.from, last: whole.to - 1 } : null
        const { clock } = times.learn(log, zone, reach)
        return by === 'time' ? clock.toWallClock(whole.from) - whole.from : 0
      },
      onChange: setState,
    })
    feed.current = own
    return () => {
      feed.current = null
      own.close()
    }
  }, [session, times, log])

  useEffect(() => {
    if (most > 0) feed.current?.wish({ key, view, zoom, most })
  }, [key, view, zoom, most])

  // A live log grows thirty times a second, and is counted twice: React need not hear of the rest.
  useEffect(() => {
    let before = growthOf(session.getState(), log, view)
    return session.subscribe(() => {
      const now = growthOf(session.getState(), log, view)
      if (now !== before) feed.current?.poke()
      before = now
    })
  }, [session, log, view])

  return state
}
