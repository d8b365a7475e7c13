import type { LucideIcon } from 'lucide-react'
import { Button, ToggleButton, Tooltip } from 'react-aria-components'
import { Hint } from '../page/hint.tsx'

interface Face {
  readonly icon: LucideIcon
  readonly label: string
}

export interface PaneButtonProps extends Face {
  /** Keys that do the same, for the tooltip. */
  readonly keys?: string | undefined
  readonly onPress: () => void
}

/** A small button at the head of a pane; its name is its tooltip. */
export function PaneButton({ icon: Icon, label, keys, onPress }: PaneButtonProps) {
  return (
    <Hint>
      <Button className="icon-button pane-button" aria-label={label} onPress={onPress}>
        <Icon aria-hidden size={14} />
      </Button>
      <Tooltip className="tooltip" placement="bottom">
        {label}
        {keys !== undefined && <kbd className="key">{keys}</kbd>}
      </Tooltip>
    </Hint>
  )
}

export interface PaneToggleProps extends Face {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

/** The same for what is on or off. */
export function PaneToggle({ icon: Icon, label, isSelected, onChange }: PaneToggleProps) {
  return (
    <Hint>
      <ToggleButton
        className="icon-button pane-button"
        aria-label={label}
        isSelected={isSelected}
        onChange={onChange}
      >
        <Icon aria-hidden size={14} />
      </ToggleButton>
      <Tooltip className="tooltip" placement="bottom">
        {label}
      </Tooltip>
    </Hint>
  )
}
