import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps, Tooltip } from 'react-aria-components'
import { Hint } from '../page/hint.tsx'

export interface ToolButtonProps extends Omit<ButtonProps, 'children' | 'className'> {
  readonly icon: LucideIcon
  readonly label: string
  /** Keys that do the same, for the tooltip. */
  readonly keys?: string | undefined
  readonly tone?: 'plain' | 'bordered' | 'primary' | 'stop' | 'split'
  /** Shows the icon alone; the label stays its name. */
  readonly isIconOnly?: boolean
  /** Keeps the label on narrow windows, where the others fold to their icons. */
  readonly keepsLabel?: boolean
  /** The label that this button has in its other state: it is as wide as the longer of both. */
  readonly otherLabel?: string
}

/** A button of the toolbar: icon, label, and a tooltip with its keys. */
export function ToolButton({
  icon: Icon,
  label,
  keys,
  tone = 'plain',
  isIconOnly = false,
  keepsLabel = false,
  otherLabel,
  ...props
}: ToolButtonProps) {
  const fold = isIconOnly ? 'always' : keepsLabel ? 'never' : 'narrow'
  return (
    <Hint>
      <Button {...props} className="tool" data-tone={tone} data-fold={fold}>
        <span className="tool-face">
          <Icon aria-hidden size={16} className="tool-icon" />
          <span className="tool-label">{label}</span>
        </span>
        {otherLabel !== undefined && (
          <span className="tool-reserve" data-text={otherLabel} aria-hidden />
        )}
      </Button>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {label}
        {keys !== undefined && <kbd className="key">{keys}</kbd>}
      </Tooltip>
    </Hint>
  )
}
