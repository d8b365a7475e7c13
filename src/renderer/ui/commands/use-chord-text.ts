import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import type { Commands } from './create-commands.ts'
import { isMac } from './is-mac.ts'
import { keyNames } from './key-names.ts'
import { SHORTCUTS } from './shortcuts.ts'

/** The keys of a command for its tooltip, `Ctrl+O`; undefined when it has none. */
export function useChordText(command: keyof Commands): string | undefined {
  const { t } = useTranslation()
  const { bridge } = usePage()
  const chord = SHORTCUTS.find((shortcut) => shortcut.command === command)?.chords[0]
  if (chord === undefined) return undefined
  const mac = isMac(bridge)
  return keyNames(t, chord, mac).join(mac ? '' : '+')
}
