import { type RefObject, useEffect, useRef } from 'react'
import { axisMarks } from './axis-marks.ts'
import type { PlaceWords } from './bucket-words.ts'
import type { HistogramState } from './histogram-feed.ts'
import { HistogramPlot } from './histogram-plot.ts'

/** Room of one label of the axis, in CSS pixels. */
const MARK_PX = 90

/** Draws `state` into `host`, whose width is given, for as long as it is on the screen. */
export function usePlot(
  host: RefObject<HTMLDivElement | null>,
  state: HistogramState,
  width: number,
  words: PlaceWords,
  offset: number,
): void {
  const plot = useRef<HistogramPlot | null>(null)
  useEffect(() => {
    if (host.current === null) return
    const own = new HistogramPlot(host.current)
    plot.current = own
    return () => {
      plot.current = null
      own.close()
    }
  }, [host])

  useEffect(() => {
    if (state.kind !== 'counted') {
      plot.current?.draw(null)
      return
    }
    const { buckets, counts } = state
    const marks = axisMarks(buckets, Math.floor(width / MARK_PX), offset)
    const label = (place: number) => words.mark(buckets.by, place, marks.step)
    plot.current?.draw({ buckets, counts, marks, label })
  }, [state, width, words, offset])
}
