import { listKey } from '../../list/list-key.ts'

/**
 * A key that moves in the lines, or pauses them, pressed while nothing has the focus: as after reading
 * began, or after a dialog that another one opened. Answers whether the lines took it.
 */
export function giveToLines(event: KeyboardEvent, focusLines: () => void): boolean {
  if (event.target !== document.body || !movesLines(event)) return false
  focusLines()
  const lines = document.activeElement
  if (lines === null || lines === document.body) return false
  event.preventDefault()
  lines.dispatchEvent(new KeyboardEvent('keydown', event))
  return true
}

/** With Shift or Control they may be about text that is selected somewhere else. */
function movesLines(event: KeyboardEvent): boolean {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === ' ') return true
  const key = listKey(event)
  return key !== null && key.kind !== 'clear'
}
