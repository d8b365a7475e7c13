import type { Place } from './find-shortcut.ts'

/** Where a key was pressed, read from the roles around its target. */
export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest('input, textarea, select, [contenteditable="true"]') !== null) return 'text'
  if (target.closest('[data-lines]') !== null) return 'lines'
  const choices =
    '[role="grid"], [role="treegrid"], [role="listbox"], [role="menu"], [aria-haspopup="listbox"]'
  if (target.closest(choices) !== null) return 'choices'
  return 'elsewhere'
}
