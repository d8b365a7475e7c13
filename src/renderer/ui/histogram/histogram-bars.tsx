import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/log-id.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { useFormat } from '../page/use-format.ts'
import { bucketWords, type PlaceWords } from './bucket-words.ts'
import type { HistogramState } from './histogram-feed.ts'
import { HistogramTip } from './histogram-tip.tsx'
import { type Buckets, bucketAt, type PlaceRange, startOf, wholeParts } from './plan-buckets.ts'
import { watchPlotPointer } from './plot-pointer.ts'
import { RangeMark } from './range-mark.tsx'
import { RestrictedShade, type ShownRange } from './restricted-shade.tsx'
import { placeAt } from './share-of.ts'
import type { HistogramActions } from './use-histogram-actions.ts'
import { useHistogramCursor } from './use-histogram-cursor.ts'
import { usePlot } from './use-plot.ts'
import { VisibleMark } from './visible-mark.tsx'
import { ZOOM_STEP } from './zoom-range.ts'

export interface HistogramBarsProps {
  readonly log: LogId
  readonly state: HistogramState
  readonly width: number
  readonly words: PlaceWords
  readonly clock: Clock
  /** The times, or the lines, that the filter shows; null for all. */
  readonly shown: ShownRange | null
  readonly actions: HistogramActions
  readonly slider: RefObject<HTMLInputElement | null>
}

/** The bars, what lies over them, and a slider through which keys and screen readers reach them. */
export function HistogramBars(props: HistogramBarsProps) {
  const { log, state, width, words, clock, shown, actions, slider } = props
  const { t } = useTranslation()
  const format = useFormat()
  const help = useId()
  const plot = useRef<HTMLDivElement>(null)
  const counted = state.kind === 'counted' ? state : null
  const buckets = counted?.buckets ?? null
  const offset = buckets?.by === 'time' ? clock.toWallClock(buckets.from) - buckets.from : 0
  const [drawn, setDrawn] = useState<PlaceRange | null>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const cursor = useHistogramCursor(buckets, actions)
  usePlot(plot, state, width, words, offset)
  usePointer(plot, buckets, actions, setDrawn, setHovered)

  const selected = drawn ?? cursor.selected
  const pointed = hovered ?? (cursor.isFocused ? cursor.index : null)
  const tip = (index: number): string => {
    const counts = counted?.counts[index]
    return buckets === null || counts === undefined
      ? ''
      : bucketWords(t, words, buckets, index, counts)
  }
  const spoken =
    buckets !== null && cursor.selected !== null
      ? t('histogram.selected', words.range(buckets, cursor.selected))
      : tip(cursor.index)
  const most = counted?.counts.reduce((max, { lines }) => Math.max(max, lines), 0) ?? 0

  return (
    <>
      <div ref={plot} className="histogram-plot" data-state={state.kind} />
      {buckets !== null && (
        <div className="histogram-marks" aria-hidden>
          {shown !== null && <RestrictedShade shown={shown} within={buckets} />}
          <VisibleMark log={log} buckets={buckets} />
          {selected !== null && (
            <RangeMark className="histogram-selection" range={selected} within={buckets} />
          )}
          {pointed !== null && (
            <RangeMark
              className="histogram-cursor"
              range={part(buckets, pointed)}
              within={buckets}
            />
          )}
        </div>
      )}
      <input
        ref={slider}
        className="histogram-slider"
        type="range"
        min={0}
        max={Math.max(0, (buckets?.count ?? 1) - 1)}
        value={cursor.index}
        disabled={buckets === null}
        aria-label={t(buckets?.by === 'position' ? 'histogram.namePosition' : 'histogram.name')}
        aria-valuetext={spoken}
        aria-describedby={help}
        onChange={(event) => cursor.moveTo(Number(event.target.value))}
        onKeyDown={cursor.onKeyDown}
        onFocus={cursor.onFocus}
        onBlur={cursor.onBlur}
      />
      <span id={help} hidden>
        {t('histogram.help')}
      </span>
      {most > 0 && (
        <span className="histogram-most" aria-hidden>
          {format.number(most)}
        </span>
      )}
      {counted !== null && counted.counted < 1 && (
        <span className="histogram-note">
          {t('histogram.counting', { percent: format.percent(counted.counted) })}
        </span>
      )}
      {state.kind === 'empty' && <span className="histogram-note">{t('histogram.empty')}</span>}
      {state.kind === 'failed' && <span className="histogram-note">{t('histogram.failed')}</span>}
      {buckets !== null && pointed !== null && selected === null && (
        <HistogramTip
          text={tip(pointed)}
          counts={counted?.counts[pointed] ?? null}
          share={(pointed + 0.5) / buckets.count}
        />
      )}
      {buckets !== null && selected !== null && (
        <HistogramTip
          text={t('histogram.selected', words.range(buckets, selected))}
          counts={null}
          share={0.5}
        />
      )}
    </>
  )
}

function part(buckets: Buckets, index: number): PlaceRange {
  return { from: startOf(buckets, index), to: startOf(buckets, index + 1) }
}

/** Mouse, pen, finger and wheel. */
function usePointer(
  plot: RefObject<HTMLDivElement | null>,
  buckets: Buckets | null,
  actions: HistogramActions,
  setDrawn: (range: PlaceRange | null) => void,
  setHovered: (index: number | null) => void,
): void {
  const latest = useRef({ buckets, actions })
  latest.current = { buckets, actions }
  useEffect(() => {
    if (plot.current === null) return
    const place = (share: number): number =>
      placeAt(share, latest.current.buckets ?? { from: 0, to: 0 })
    const parts = ({ from, to }: PlaceRange): PlaceRange => ({ from: place(from), to: place(to) })
    return watchPlotPointer(plot.current, () => ({
      hover(share) {
        const now = latest.current.buckets
        setHovered(share === null || now === null ? null : bucketAt(now, place(share)))
      },
      drag(range) {
        const now = latest.current.buckets
        setDrawn(range === null || now === null ? null : wholeParts(now, parts(range)))
      },
      restrict: (range) => latest.current.actions.restrict(parts(range)),
      go: (share) => latest.current.actions.go(place(share), false),
      zoom: (share, steps) => latest.current.actions.zoom(place(share), ZOOM_STEP ** -steps),
      pan: (by) => latest.current.actions.pan(by),
      reset: () => latest.current.actions.reset(),
    }))
  }, [plot, setDrawn, setHovered])
}
