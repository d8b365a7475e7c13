import type { TFunction } from 'i18next'
import type { Chord } from './shortcuts.ts'

/** The keys of a chord as they are printed on the keyboard: `Ctrl`, `O`; on a Mac `⌘`, `O`. */
export function keyNames(t: TFunction, chord: Chord, isMac: boolean): readonly string[] {
  const names: string[] = []
  if (chord.mod) names.push(isMac ? '⌘' : 'Ctrl')
  if (chord.shift) names.push(isMac ? '⇧' : 'Shift')
  names.push(nameOf(t, chord.key, isMac))
  return names
}

function nameOf(t: TFunction, key: string, isMac: boolean): string {
  if (key === ' ') return t('key.space')
  if (key === 'enter') return isMac ? '↩' : 'Enter'
  return key.toUpperCase()
}
