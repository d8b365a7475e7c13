import type { Chord } from './shortcuts.ts'

const NAMES: Readonly<Record<string, string>> = { ' ': 'Space', enter: 'Enter' }
const NAMES_MAC: Readonly<Record<string, string>> = { ' ': 'Space', enter: '↩' }

/** The keys of a chord as they are printed on the keyboard: `Ctrl+O`, on a Mac `⌘O`. */
export function keyNames(chord: Chord, isMac: boolean): readonly string[] {
  const names: string[] = []
  if (chord.mod) names.push(isMac ? '⌘' : 'Ctrl')
  if (chord.shift) names.push(isMac ? '⇧' : 'Shift')
  names.push((isMac ? NAMES_MAC : NAMES)[chord.key] ?? chord.key.toUpperCase())
  return names
}
