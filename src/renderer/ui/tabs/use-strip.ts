import { type RefObject, useEffect, useState } from 'react'
import { type StripOverflow, stripOverflow } from './strip-overflow.ts'

/**
 * Watches a strip that scrolls sideways: answers on which sides there is more, and keeps what is selected
 * in view when the strip becomes narrower or what is in it wider. A strip that the user scrolled away
 * from there stays where it is.
 */
export function useStrip(scroller: RefObject<HTMLElement | null>): StripOverflow {
  const [overflow, setOverflow] = useState<StripOverflow>('none')
  useEffect(() => {
    const strip = scroller.current
    const content = strip?.firstElementChild
    if (strip == null || content == null) return
    let isSeen = true
    const look = () => {
      isSeen = isInView(strip, selectedIn(strip))
      setOverflow(stripOverflow(strip))
    }
    const resized = new ResizeObserver(() => {
      if (isSeen) showSelected(strip)
      look()
    })
    resized.observe(strip)
    resized.observe(content)
    strip.addEventListener('scroll', look)
    return () => {
      resized.disconnect()
      strip.removeEventListener('scroll', look)
    }
  }, [scroller])
  return overflow
}

/** Brings the selected tab of a strip into view, if it is not there. */
export function showSelected(strip: Element): void {
  selectedIn(strip)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function selectedIn(strip: Element): Element | null {
  return strip.querySelector('[data-selected]')
}

function isInView(strip: Element, tab: Element | null): boolean {
  if (tab === null) return false
  const [inner, outer] = [tab.getBoundingClientRect(), strip.getBoundingClientRect()]
  return inner.right > outer.left && inner.left < outer.right
}
