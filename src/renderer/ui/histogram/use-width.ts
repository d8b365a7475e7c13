import { type RefObject, useEffect, useState } from 'react'

/** The width of an element in whole CSS pixels, kept current; 0 before it is drawn. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const resized = new ResizeObserver(() => setWidth(current.clientWidth))
    resized.observe(current)
    return () => resized.disconnect()
  }, [element])
  return width
}
