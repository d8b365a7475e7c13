import type { PointerEvent } from 'react'

/**
 * For a toolbar's `onPointerDownCapture`: the button that is pressed gets the focus. React Aria leads a
 * focus that comes into a toolbar from outside to the button that had it last, that of the mouse too
 * (useToolbar, `onFocus`), so that Space after a click would press that other one. It does so once: here
 * for another button, before the browser gives the pressed one its focus, which is that of a mouse and
 * shows no ring.
 */
export function focusPressed(event: PointerEvent<HTMLElement>): void {
  const toolbar = event.currentTarget
  const pressed = event.target instanceof Element ? event.target.closest('button') : null
  if (pressed === null || toolbar.contains(document.activeElement)) return
  const other = [...toolbar.querySelectorAll('button')].find((one) => one !== pressed)
  other?.focus({ preventScroll: true })
  const led = document.activeElement
  if (!(led instanceof HTMLElement) || !toolbar.contains(led)) return
  // Has no effect but one: React Aria takes the focus that follows for that of a deed, and shows no tooltip.
  led.focus({ preventScroll: true })
  if (led === pressed) led.blur()
}
