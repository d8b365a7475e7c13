import { useEffect } from 'react'
import { usePage } from '../page/page-context.ts'
import { findShortcut } from './find-shortcut.ts'
import { placeOf } from './place-of.ts'
import { useCommands } from './use-commands.ts'

/** Runs commands by their keys anywhere on the page, except while a dialog is open. */
export function useShortcuts(): void {
  const { chosenKeys, dialogs } = usePage()
  const commands = useCommands()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || dialogs.get() !== null) return
      const command = findShortcut(event, placeOf(event.target), commands, chosenKeys.get())
      if (command === null) return
      event.preventDefault()
      if (event.repeat && command.repeats !== true) return
      if (command.isAvailable?.() ?? true) command.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [commands, chosenKeys, dialogs])
}
