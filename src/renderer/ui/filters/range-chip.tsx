import { type LucideIcon, X } from 'lucide-react'
import { Button } from 'react-aria-components'

export interface RangeChipProps {
  readonly icon: LucideIcon
  /** What is shown. */
  readonly words: string
  /** What a press does. */
  readonly undo: string
  readonly onUndo: () => void
}

/** Says that only a range of times or of lines is shown; a press shows all again. */
export function RangeChip({ icon: Icon, words, undo, onUndo }: RangeChipProps) {
  return (
    <Button className="chip range-chip" data-selected onPress={onUndo}>
      <Icon aria-hidden size={14} className="chip-icon" />
      <span className="chip-mode">{words}</span>
      <X aria-hidden size={13} />
      <span className="visually-hidden">{undo}</span>
    </Button>
  )
}
