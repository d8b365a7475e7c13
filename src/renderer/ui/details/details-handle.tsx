import { type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { MAX_WIDTH, MIN_WIDTH } from './details.ts'

/** Pixels of one press of an arrow key. */
const STEP = 16

/** The edge between the lines and the pane: dragged, or moved by the arrow keys. */
export function DetailsHandle() {
  const { t } = useTranslation()
  const { details } = usePage()
  const { width } = useStore(details)
  const dragged = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const resize = (next: number) => {
    const allowed = Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, next)))
    details.set({ ...details.get(), width: allowed })
  }
  const drop = (event: PointerEvent) => {
    dragged.current = null
    event.currentTarget.releasePointerCapture(event.pointerId)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <hr> is the separator that cannot be moved
    <div
      role="separator"
      className="line-details-handle"
      aria-label={t('structure.resize')}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      tabIndex={0}
      onKeyDown={(event) => {
        const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key]
        if (by === undefined) return
        event.preventDefault()
        resize(width + by)
      }}
      onPointerDown={(event) => {
        // As wide as it is drawn: a small page gives it less than it wishes for.
        const drawn = event.currentTarget.parentElement?.offsetWidth ?? width
        dragged.current = { x: event.clientX, width: drawn }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        const from = dragged.current
        if (from !== null) resize(from.width + from.x - event.clientX)
      }}
      onPointerUp={drop}
      onPointerCancel={drop}
    />
  )
}
