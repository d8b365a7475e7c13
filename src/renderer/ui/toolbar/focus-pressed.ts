import type { PointerEvent } from 'react'

/**
 * For a toolbar's `onPointerDownCapture`: the button that is pressed gets the focus. React Aria leads a
 * focus that comes into a toolbar from outside to the button that had it last, that of the mouse too
 * (useToolbar, `onFocus`), so that Space after a click would press that other one. It does so once:
 * here the first focus is led away, the second one stays.
 */
export function focusPressed(event: PointerEvent<HTMLElement>): void {
  if (event.currentTarget.contains(document.activeElement)) return
  const button = event.target instanceof Element ? event.target.closest('button') : null
  button?.focus({ preventScroll: true })
  button?.focus({ preventScroll: true })
}
