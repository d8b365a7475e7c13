import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { chordsOf } from './chosen-keys.ts'
import { isMac } from './is-mac.ts'
import { keyNames } from './key-names.ts'
import { useCommands } from './use-commands.ts'

/** The keys of the command with this id for its tooltip, `Ctrl+O`; undefined when it has none. */
export function useChordText(id: string): string | undefined {
  const { t } = useTranslation()
  const { bridge, chosenKeys } = usePage()
  const choices = useStore(chosenKeys)
  const command = useCommands().find((one) => one.id === id)
  const chord = command === undefined ? undefined : chordsOf(command, choices)[0]
  if (chord === undefined) return undefined
  const mac = isMac(bridge)
  return keyNames(t, chord, mac).join(mac ? '' : '+')
}
