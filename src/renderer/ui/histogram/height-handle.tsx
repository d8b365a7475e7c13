import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Store } from '../page/store.ts'
import { useStore } from '../page/use-store.ts'
import {
  boundedHeight,
  type HistogramLook,
  MAX_HEIGHT_PX,
  MIN_HEIGHT_PX,
} from './histogram-control.ts'

/** What an arrow key makes of the height, in CSS pixels. */
const STEP_PX = 8

/** The lower edge of the histogram: dragged, or moved by the arrows, it is as high as the user wants. */
export function HeightHandle({ look }: { readonly look: Store<HistogramLook> }) {
  const { t } = useTranslation()
  const { heightPx } = useStore(look)
  const edge = useRef<HTMLHRElement>(null)

  useEffect(() => {
    const { current } = edge
    if (current === null) return
    const closed = new AbortController()
    const options = { signal: closed.signal }
    const resize = (px: number) => look.set({ ...look.get(), heightPx: boundedHeight(px) })
    let grabbed: { readonly y: number; readonly heightPx: number } | null = null
    current.addEventListener(
      'pointerdown',
      (event) => {
        current.setPointerCapture(event.pointerId)
        grabbed = { y: event.clientY, heightPx: look.get().heightPx }
      },
      options,
    )
    current.addEventListener(
      'pointermove',
      (event) => {
        if (grabbed !== null) resize(grabbed.heightPx + event.clientY - grabbed.y)
      },
      options,
    )
    const letGo = () => {
      grabbed = null
    }
    current.addEventListener('pointerup', letGo, options)
    current.addEventListener('pointercancel', letGo, options)
    current.addEventListener(
      'keydown',
      (event) => {
        const by = { ArrowUp: -STEP_PX, ArrowDown: STEP_PX }[event.key]
        if (by === undefined) return
        event.preventDefault()
        resize(look.get().heightPx + by)
      },
      options,
    )
    return () => closed.abort()
  }, [look])

  return (
    <hr
      ref={edge}
      className="histogram-edge"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('histogram.height')}
      aria-valuemin={MIN_HEIGHT_PX}
      aria-valuemax={MAX_HEIGHT_PX}
      aria-valuenow={heightPx}
    />
  )
}
