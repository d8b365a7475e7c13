import { type Chord, hasShift } from '../shared/key-choices.ts'

/** Keys that a menu calls otherwise than the browser. */
const NAMES: Readonly<Record<string, string>> = {
  '+': 'Plus',
  ' ': 'Space',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  backspace: 'Backspace',
  delete: 'Delete',
  end: 'End',
  enter: 'Enter',
  escape: 'Esc',
  home: 'Home',
  insert: 'Insert',
  pagedown: 'PageDown',
  pageup: 'PageUp',
  tab: 'Tab',
}

/** Letters, digits, F1 to F24 and the signs of https://www.electronjs.org/docs/latest/api/accelerator */
const AS_IT_IS = /^(?:[a-z0-9]|f(?:[1-9]|1\d|2[0-4])|[)!@#$%^&*(:;=<,_\->.?/~`{\][|\\}"'])$/

/**
 * A chord as Electron writes it in a menu. Null for a key that a menu has no name for, such as `ç`: a
 * menu with it could not be built at all.
 */
export function acceleratorOf(chord: Chord): string | null {
  const { key, mod = false, alt = false } = chord
  const name = Object.hasOwn(NAMES, key)
    ? NAMES[key]
    : AS_IT_IS.test(key)
      ? key.toUpperCase()
      : undefined
  if (name === undefined) return null
  return [
    ...(mod ? ['CmdOrCtrl'] : []),
    ...(alt ? ['Alt'] : []),
    ...(hasShift(chord) ? ['Shift'] : []),
    name,
  ].join('+')
}
