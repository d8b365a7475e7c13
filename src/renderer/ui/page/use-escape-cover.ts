import { useEffect, useRef } from 'react'

/**
 * On narrow windows a pane covers the lines, and the keyboard may still be in them, or on the button that
 * showed the pane: there too Escape takes it away, before it means anything else. In fields and menus
 * Escape is theirs.
 */
export function useEscapeCover(isCovering: boolean, uncover: () => void): void {
  const latest = useRef(uncover)
  latest.current = uncover
  useEffect(() => {
    if (!isCovering) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isBesideCover(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    // Before the list, which gives up its selection for it.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [isCovering])
}

function isBesideCover(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target === document.body || target.closest('main, [role="toolbar"]') !== null
}
