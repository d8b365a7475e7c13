import { type PointerEvent, useEffect, useRef } from 'react'

/** A press that moves less, in pixels, is a click of a hand that trembles. */
const DRAG_FROM_PX = 6

/**
 * Lets a tab be dragged along its row: `onPlace` is told the place that the pointer is at. Answers what
 * begins it. The pointer is watched in the window: the tab changes its place in the document under it.
 */
export function useTabDrag(onPlace: (place: number) => void) {
  const latest = useRef(onPlace)
  latest.current = onPlace
  const ended = useRef<AbortController | null>(null)
  useEffect(() => () => ended.current?.abort(), [])
  return (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const from = event.clientX
    const row = event.currentTarget.closest('.tabs-row')
    let isDragged = false
    const end = new AbortController()
    ended.current?.abort()
    ended.current = end
    const move = ({ clientX }: globalThis.PointerEvent) => {
      isDragged ||= Math.abs(clientX - from) >= DRAG_FROM_PX
      const place = isDragged && row !== null ? placeAt(row, clientX) : -1
      if (place !== -1) latest.current(place)
    }
    window.addEventListener('pointermove', move, { signal: end.signal })
    window.addEventListener('pointerup', () => end.abort(), { signal: end.signal })
    window.addEventListener('pointercancel', () => end.abort(), { signal: end.signal })
  }
}

/** The place of the tab at this distance from the left edge of the window; -1 where there is none. */
function placeAt(row: Element, x: number): number {
  return [...row.querySelectorAll('.tab')].findIndex((tab) => {
    const { left, right } = tab.getBoundingClientRect()
    return x >= left && x < right
  })
}
