import { useEffect, useState } from 'react'
import type { LogId } from '../../../shared/log-id.ts'
import type { LineSpan } from '../../list/line-span.ts'
import type { LogList } from '../../list/log-list.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import type { Buckets, PlaceRange } from './plan-buckets.ts'
import { timeOfLine } from './time-of-line.ts'

/** Where the view is, is shown at most this often, in ms: an eye on the lines sees it move. */
const INTERVAL_MS = 100

/** Where the lines in the view lie in the histogram; null while that is not known. */
export function useVisibleRange(log: LogId, by: Buckets['by']): PlaceRange | null {
  const { session, times, list } = usePage()
  const shown = useStore(list)
  const [range, setRange] = useState<PlaceRange | null>(null)

  useEffect(() => {
    if (shown === null) return
    const closed = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const placesOf = async ({ from, to }: LineSpan): Promise<PlaceRange | null> => {
      if (by === 'position') return { from, to }
      const time = (line: number) => timeOfLine(times, log, session.lines, line, closed.signal)
      const [first, last] = await Promise.all([time(from), time(Math.max(from, to - 1))])
      return first === null || last === null ? null : { from: first, to: Math.max(first, last) }
    }
    const look = async () => {
      const lines = shown.visibleLines
      const places = lines === null ? null : await placesOf(lines)
      timer = undefined
      if (!closed.signal.aborted && lines !== null) setRange(places)
      if (!closed.signal.aborted && !isSame(lines, shown)) soon()
    }
    const soon = () => {
      timer ??= setTimeout(() => void look(), INTERVAL_MS)
    }
    soon()
    const stop = shown.onVisible(soon)
    return () => {
      closed.abort()
      clearTimeout(timer)
      stop()
    }
  }, [session, times, shown, log, by])

  return range
}

/** Whether the list has not moved on meanwhile. */
function isSame(lines: LineSpan | null, { visibleLines }: LogList): boolean {
  return lines?.from === visibleLines?.from && lines?.to === visibleLines?.to
}
