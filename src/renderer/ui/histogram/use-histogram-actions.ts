import { type Dispatch, type SetStateAction, useMemo } from 'react'
import { lineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/log-id.ts'
import { usePage } from '../page/page-context.ts'
import { type Buckets, type PlaceRange, wholeParts } from './plan-buckets.ts'
import { panBy, zoomAround } from './zoom-range.ts'

/** Parts that a zoomed histogram has at least: of a ms, or of a line. */
const LEAST_PARTS = 10

/** What the user can do with the histogram of a log. Places are times or lines, as in its buckets. */
export interface HistogramActions {
  /** Shows the first line there; with `focus` the keyboard goes there too. */
  go(place: number, focus: boolean): void
  /** Shows only the lines of whole parts of a range. */
  restrict(range: PlaceRange): void
  /** Zooms around a place; a factor below 1 shows less. */
  zoom(at: number, factor: number): void
  /** Moves by a share of what is shown. */
  pan(by: number): void
  /** Shows everything again, here and in the list. */
  reset(): void
}

export interface ShownHistogram {
  readonly log: LogId
  readonly buckets: Buckets | null
  readonly whole: PlaceRange | null
  readonly setZoom: Dispatch<SetStateAction<PlaceRange | null>>
}

export function useHistogramActions({
  log,
  buckets,
  whole,
  setZoom,
}: ShownHistogram): HistogramActions {
  const { session, goer, commands, filters } = usePage()
  return useMemo(() => {
    const show = (line: number, focus: boolean): void => {
      if (focus) commands.goToLine(lineNumber(line), 'part')
      else void goer.go(lineNumber(line), 'part')
    }
    const go = async (place: number, focus: boolean): Promise<void> => {
      if (buckets?.by === 'position') {
        show(Math.max(0, Math.floor(place)), focus)
        return
      }
      const answer = await session.lineAt(log, place)
      if (answer.kind === 'refused') return
      if (answer.value.line !== null) show(answer.value.line, focus)
      else commands.goToEnd()
    }
    return {
      go: (place, focus) => void go(place, focus),
      restrict(range) {
        if (buckets === null) return
        const { from, to } = wholeParts(buckets, range)
        if (buckets.by === 'time') filters.setTime({ from, to })
        else filters.setLines({ from: lineNumber(from), to: lineNumber(to) })
      },
      zoom(at, factor) {
        if (buckets === null || whole === null) return
        // From what was wished for last: a wheel turns on before that is counted.
        setZoom((zoom) => zoomAround(zoom ?? buckets, whole, at, factor, LEAST_PARTS))
      },
      pan(by) {
        if (buckets === null || whole === null) return
        setZoom((zoom) => panBy(zoom ?? buckets, whole, by * (buckets.to - buckets.from)))
      },
      reset() {
        setZoom(null)
        const { time, lines } = filters.get(log)
        if (time !== null) filters.setTime(null)
        if (lines !== null) filters.setLines(null)
      },
    }
  }, [session, goer, commands, filters, log, buckets, whole, setZoom])
}
