import { createContext, type ReactNode, useContext, useState } from 'react'
import { TooltipTrigger } from 'react-aria-components'
import { usePage } from './page-context.ts'
import { useStore } from './use-store.ts'

/** How long the mouse rests before a tooltip comes, in ms: passing over the toolbar shows none. */
const DELAY_MS = 600

/** Where a hint stands: those of the page keep silent while a dialog lies over it. */
export const HintScope = createContext<'page' | 'dialog'>('page')

export interface HintProps {
  /** A control, and its `Tooltip`. */
  readonly children: ReactNode
  readonly isDisabled?: boolean
}

/**
 * Shows the tooltip of a control that the mouse rests on, or that the keyboard came to. An open one
 * takes the next Escape for itself: under a dialog that would be the Escape that closes the dialog.
 */
export function Hint({ children, isDisabled = false }: HintProps) {
  const { dialogs } = usePage()
  const scope = useContext(HintScope)
  const isCovered = useStore(dialogs) !== null && scope === 'page'
  const [isOpen, setOpen] = useState(false)
  return (
    <TooltipTrigger
      delay={DELAY_MS}
      isDisabled={isDisabled}
      isOpen={isOpen && !isCovered}
      onOpenChange={setOpen}
    >
      {children}
    </TooltipTrigger>
  )
}
