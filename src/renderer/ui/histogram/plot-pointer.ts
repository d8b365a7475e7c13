/** A press that moves less than this, in CSS pixels, is a click. */
const DRAG_FROM_PX = 4

/** Pixels of a wheel that are one step: a notch of a mouse is 100 or 120, a trackpad sends single ones. */
const WHEEL_STEP_PX = 100

/** Pixels of a line of a wheel that counts in lines. */
const WHEEL_LINE_PX = 16

/** What a pointer does over the histogram. Shares are those of its width, from 0 to 1. */
export interface PlotPointerTarget {
  hover(share: number | null): void
  /** While a stretch is drawn; null when that was given up. */
  drag(range: { readonly from: number; readonly to: number } | null): void
  /** The stretch is drawn. */
  restrict(range: { readonly from: number; readonly to: number }): void
  go(share: number): void
  /** `steps` above 0 show more. */
  zoom(share: number, steps: number): void
  /** By shares of the width. */
  pan(by: number): void
  reset(): void
}

/** Listens to mouse, pen, finger and wheel over `element`. Answers the end of it. */
export function watchPlotPointer(
  element: HTMLElement,
  target: () => PlotPointerTarget,
): () => void {
  const closed = new AbortController()
  const options = { signal: closed.signal }
  let start: { readonly x: number; readonly share: number; dragged: boolean } | null = null
  let wasDragged = false

  const shareAt = (event: MouseEvent): number => {
    const { left, width } = element.getBoundingClientRect()
    return width === 0 ? 0 : Math.min(1, Math.max(0, (event.clientX - left) / width))
  }
  const ordered = (a: number, b: number) => ({ from: Math.min(a, b), to: Math.max(a, b) })
  const giveUp = (): void => {
    if (start?.dragged) target().drag(null)
    start = null
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      element.setPointerCapture(event.pointerId)
      start = { x: event.clientX, share: shareAt(event), dragged: false }
    },
    options,
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      target().hover(shareAt(event))
      if (start === null) return
      start.dragged ||= Math.abs(event.clientX - start.x) >= DRAG_FROM_PX
      if (start.dragged) target().drag(ordered(start.share, shareAt(event)))
    },
    options,
  )
  element.addEventListener(
    'pointerup',
    (event) => {
      if (start === null) return
      const { share, dragged } = start
      wasDragged = dragged
      giveUp()
      if (dragged) target().restrict(ordered(share, shareAt(event)))
    },
    options,
  )
  element.addEventListener(
    'click',
    (event) => {
      // The second click of a double one resets: it must not go anywhere.
      if (!wasDragged && event.detail < 2) target().go(shareAt(event))
    },
    options,
  )
  element.addEventListener('pointercancel', giveUp, options)
  element.addEventListener('pointerleave', () => target().hover(null), options)
  element.addEventListener('dblclick', () => target().reset(), options)
  element.addEventListener(
    'wheel',
    (event) => {
      // With Control it is the page's zoom.
      if (event.ctrlKey) return
      event.preventDefault()
      const unit = [1, WHEEL_LINE_PX, element.clientHeight][event.deltaMode] ?? 1
      const sideways = event.shiftKey ? event.deltaY : event.deltaX
      if (sideways !== 0) target().pan((sideways * unit) / element.clientWidth)
      else target().zoom(shareAt(event), (event.deltaY * unit) / WHEEL_STEP_PX)
    },
    { ...options, passive: false },
  )
  return () => closed.abort()
}
