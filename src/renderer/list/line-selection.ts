/** A run of selected lines: from where it was begun to the active line, both included. */
export interface LineSelection {
  readonly anchor: number
  readonly active: number
}

/** The selected lines as a half-open range. */
export function rangeOf({ anchor, active }: LineSelection): { from: number; to: number } {
  return { from: Math.min(anchor, active), to: Math.max(anchor, active) + 1 }
}

export function isSelected(selection: LineSelection | null, line: number): boolean {
  if (selection === null) return false
  const { from, to } = rangeOf(selection)
  return line >= from && line < to
}

/** The selection with `line` active: grown to it, or made of it alone. */
export function selectLine(
  selection: LineSelection | null,
  line: number,
  extend: boolean,
): LineSelection {
  return { anchor: extend && selection !== null ? selection.anchor : line, active: line }
}
