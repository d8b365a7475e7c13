import { ChevronUp, ZoomOut } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/log-id.ts'
import { createFixedClock } from '../../../shared/time/clock.ts'
import { useChordText } from '../commands/use-chord-text.ts'
import { useFilterPart } from '../filters/use-filter.ts'
import { Hint } from '../page/hint.tsx'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { useStore } from '../page/use-store.ts'
import { createPlaceWords } from './bucket-words.ts'
import { HeightHandle } from './height-handle.tsx'
import { HistogramBars } from './histogram-bars.tsx'
import type { PlaceRange } from './plan-buckets.ts'
import { useHistogram } from './use-histogram.ts'
import { useHistogramActions } from './use-histogram-actions.ts'
import { useTimeWords } from './use-time-words.ts'
import { useWidth } from './use-width.ts'
import { ZOOM_STEP } from './zoom-range.ts'

/** Width of a part, in CSS pixels: a bar and a gap that a finger's width of screen has eight of. */
const PART_PX = 5

const UTC = createFixedClock(0)

/** The histogram of one log, with what can be done with it. */
export function HistogramPanel({ log }: { readonly log: LogId }) {
  const { t } = useTranslation()
  const format = useFormat()
  const timeWords = useTimeWords()
  const { times, histogram } = usePage()
  const { look, handle } = histogram
  const keys = useChordText('histogram.toggle')
  const { heightPx } = useStore(look)
  const time = useFilterPart((filter) => filter.time)
  const lines = useFilterPart((filter) => filter.lines)
  const frame = useRef<HTMLDivElement>(null)
  const slider = useRef<HTMLInputElement>(null)
  const width = useWidth(frame)
  const [zoom, setZoom] = useState<PlaceRange | null>(null)
  const state = useHistogram(log, zoom, Math.floor(width / PART_PX))
  const clock = times.get(log)?.clock ?? UTC
  const words = useMemo(
    () => createPlaceWords(t, format, timeWords, clock),
    [t, format, timeWords, clock],
  )
  const counted = state.kind === 'counted' ? state : null
  const buckets = counted?.buckets ?? null
  const whole = counted?.whole ?? null
  const actions = useHistogramActions({ log, buckets, whole, setZoom })

  useEffect(() => {
    handle.set({
      focus: () => slider.current?.focus(),
      reset: actions.reset,
      zoom(direction) {
        if (buckets === null) return
        const middle = (buckets.from + buckets.to) / 2
        actions.zoom(middle, direction === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP)
      },
    })
    return () => handle.set(null)
  }, [handle, actions, buckets])

  return (
    <section
      ref={frame}
      className="histogram"
      aria-label={t(buckets?.by === 'position' ? 'histogram.namePosition' : 'histogram.name')}
      style={{ height: heightPx }}
    >
      <HistogramBars
        log={log}
        state={state}
        width={width}
        words={words}
        clock={clock}
        shown={buckets?.by === 'position' ? lines : time}
        actions={actions}
        slider={slider}
      />
      <div className="histogram-tools">
        {(zoom !== null || time !== null || lines !== null) && (
          <Button className="histogram-tool" onPress={actions.reset}>
            <ZoomOut aria-hidden size={13} />
            {t('histogram.whole')}
          </Button>
        )}
        <Hint>
          <Button
            className="histogram-tool"
            aria-label={t('histogram.hide')}
            onPress={() => look.set({ ...look.get(), open: false })}
          >
            <ChevronUp aria-hidden size={14} />
          </Button>
          <Tooltip className="tooltip" placement="bottom end" offset={6}>
            {t('histogram.hide')}
            {keys !== undefined && <kbd className="key">{keys}</kbd>}
          </Tooltip>
        </Hint>
      </div>
      <HeightHandle look={look} />
    </section>
  )
}
