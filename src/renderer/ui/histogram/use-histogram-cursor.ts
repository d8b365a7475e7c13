import { type KeyboardEvent, useState } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import { histogramKey } from './histogram-key.ts'
import { type Buckets, bucketAt, type PlaceRange, startOf } from './plan-buckets.ts'
import type { HistogramActions } from './use-histogram-actions.ts'
import { ZOOM_STEP } from './zoom-range.ts'

/** The part that the keyboard is on. It is kept as a place: other parts have other numbers. */
export function useHistogramCursor(buckets: Buckets | null, actions: HistogramActions) {
  const [place, setPlace] = useState<number | null>(null)
  const [anchor, setAnchor] = useState<number | null>(null)
  const [isFocused, setFocused] = useState(false)
  const last = (buckets?.count ?? 1) - 1
  const index = buckets === null || place === null ? last : bucketAt(buckets, place)
  const selected = selectionOf(buckets, anchor, index)

  function moveTo(wanted: number, extend = false): void {
    if (buckets === null) return
    const next = Math.max(0, Math.min(last, wanted))
    if (!extend) setAnchor(null)
    else if (anchor === null) setAnchor(middleOf(buckets, index))
    setPlace(middleOf(buckets, next))
  }

  function go(): void {
    if (buckets === null) return
    if (selected === null) {
      actions.go(startOf(buckets, index), true)
      return
    }
    setAnchor(null)
    // Its end belongs to the part behind it.
    actions.restrict({ from: selected.from, to: selected.to - buckets.width / 2 })
  }

  function reset(): void {
    if (anchor === null) actions.reset()
    setAnchor(null)
  }

  return {
    index,
    selected,
    isFocused,
    moveTo,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
    onKeyDown(event: KeyboardEvent) {
      const key = histogramKey(event)
      if (key === null || buckets === null) return
      event.preventDefault()
      switch (key.kind) {
        case 'move':
          moveTo(index + key.by, key.extend)
          break
        case 'edge':
          moveTo(key.edge === 'start' ? 0 : last, key.extend)
          break
        case 'go':
          go()
          break
        case 'zoom': {
          const factor = key.direction === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP
          actions.zoom(middleOf(buckets, index), factor)
          break
        }
        case 'reset':
          reset()
          break
        default:
          assertNever(key, 'key of the histogram')
      }
    },
  }
}

function selectionOf(
  buckets: Buckets | null,
  anchor: number | null,
  index: number,
): PlaceRange | null {
  if (buckets === null || anchor === null) return null
  const other = bucketAt(buckets, anchor)
  return {
    from: startOf(buckets, Math.min(index, other)),
    to: startOf(buckets, Math.max(index, other) + 1),
  }
}

function middleOf(buckets: Buckets, index: number): number {
  return startOf(buckets, index) + buckets.width / 2
}
