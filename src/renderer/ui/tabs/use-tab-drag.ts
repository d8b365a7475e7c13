import { type PointerEvent, useRef } from 'react'

/** A press that moves less, in pixels, is a click of a hand that trembles. */
const DRAG_FROM_PX = 6

/** What a tab needs to be dragged to another place. */
export interface TabDrag {
  onPointerDown(event: PointerEvent<HTMLElement>): void
  onPointerMove(event: PointerEvent<HTMLElement>): void
  onPointerUp(): void
}

/** Lets a tab be dragged along its row: `onPlace` is told the place that the pointer reached. */
export function useTabDrag(onPlace: (place: number) => void): TabDrag {
  const start = useRef<number | null>(null)
  const dragging = useRef(false)
  return {
    onPointerDown(event) {
      if (event.button === 0) start.current = event.clientX
    },
    onPointerMove(event) {
      if (start.current === null) return
      if (!dragging.current) {
        if (Math.abs(event.clientX - start.current) < DRAG_FROM_PX) return
        dragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      const row = event.currentTarget.closest('.tabs-row')
      const place = [...(row?.querySelectorAll('.tab') ?? [])].findIndex((tab) => {
        const { left, right } = tab.getBoundingClientRect()
        return event.clientX >= left && event.clientX < right
      })
      if (place !== -1) onPlace(place)
    },
    onPointerUp() {
      start.current = null
      dragging.current = false
    },
  }
}
