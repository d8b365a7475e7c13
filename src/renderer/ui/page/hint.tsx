import { type ReactNode, useEffect, useState } from 'react'
import { TooltipTrigger } from 'react-aria-components'
import { flushSync } from 'react-dom'

/** How long the mouse rests before a tooltip comes, in ms: passing over the toolbar shows none. */
const DELAY_MS = 600

export interface HintProps {
  /** A control, and its `Tooltip`. */
  readonly children: ReactNode
  readonly isDisabled?: boolean
}

/**
 * Shows the tooltip of a control that the mouse rests on, or that the keyboard came to. An open one
 * takes the next Escape for itself: only where the keyboard is on its control it may, elsewhere that
 * Escape is for a dialog, a field or a menu.
 */
export function Hint({ children, isDisabled = false }: HintProps) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    const giveWay = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || hasTooltip(document.activeElement)) return
      // At once: the tooltip listens at the document, where the event comes next.
      flushSync(() => setOpen(false))
    }
    window.addEventListener('keydown', giveWay, true)
    return () => window.removeEventListener('keydown', giveWay, true)
  }, [isOpen])
  return (
    <TooltipTrigger delay={DELAY_MS} isDisabled={isDisabled} isOpen={isOpen} onOpenChange={setOpen}>
      {children}
    </TooltipTrigger>
  )
}

function hasTooltip(element: Element | null): boolean {
  const ids = element?.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.some((id) => document.getElementById(id)?.role === 'tooltip')
}
