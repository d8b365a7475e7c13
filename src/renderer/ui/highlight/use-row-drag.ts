import { type PointerEvent, useEffect, useRef } from 'react'
import { placeAmong } from './place-among.ts'

/**
 * Lets an item of a list be dragged up and down by its grip: `onPlace` is told the place that the
 * pointer is at. Answers what begins it. The pointer is watched in the window: the grip changes its
 * place in the document under it.
 */
export function useRowDrag(onPlace: (place: number) => void) {
  const latest = useRef(onPlace)
  latest.current = onPlace
  const ended = useRef<AbortController | null>(null)
  useEffect(() => () => ended.current?.abort(), [])
  return (event: PointerEvent<HTMLElement>) => {
    const item = event.currentTarget.closest('li')
    const list = item?.parentElement
    if (event.button !== 0 || item == null || list == null) return
    // Else the pointer would select text on its way.
    event.preventDefault()
    const end = new AbortController()
    ended.current?.abort()
    ended.current = end
    const move = ({ clientY }: globalThis.PointerEvent) => {
      const others = [...list.children].filter((one) => one !== item)
      latest.current(placeAmong(others.map(spanOf), clientY))
    }
    window.addEventListener('pointermove', move, { signal: end.signal })
    window.addEventListener('pointerup', () => end.abort(), { signal: end.signal })
    window.addEventListener('pointercancel', () => end.abort(), { signal: end.signal })
  }
}

function spanOf(element: Element): { readonly from: number; readonly to: number } {
  const { top, bottom } = element.getBoundingClientRect()
  return { from: top, to: bottom }
}
