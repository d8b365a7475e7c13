import type { TFunction } from 'i18next'
import { type Chord, hasShift } from '../../../shared/key-choices.ts'

/** The keys of a chord as they are printed on the keyboard: `Ctrl`, `O`; on a Mac `⌘`, `O`. */
export function keyNames(t: TFunction, chord: Chord, isMac: boolean): readonly string[] {
  const names: string[] = []
  if (chord.mod) names.push(isMac ? '⌘' : 'Ctrl')
  if (chord.alt) names.push(isMac ? '⌥' : 'Alt')
  if (hasShift(chord)) names.push(isMac ? '⇧' : 'Shift')
  names.push(nameOf(t, chord.key, isMac))
  return names
}

/** Signs that stand on the keys themselves, whatever the language. */
const SIGNS: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'Page Up',
  pagedown: 'Page Down',
  escape: 'Esc',
  home: 'Home',
  end: 'End',
  insert: 'Insert',
  delete: 'Delete',
  tab: 'Tab',
}

function nameOf(t: TFunction, key: string, isMac: boolean): string {
  if (key === ' ') return t('key.space')
  if (key === 'enter') return isMac ? '↩' : 'Enter'
  if (key === 'backspace') return isMac ? '⌫' : 'Backspace'
  return SIGNS[key] ?? key.toUpperCase()
}
