import { useEffect } from 'react'
import { usePage } from '../page/page-context.ts'
import { findShortcut } from './find-shortcut.ts'
import { placeOf } from './place-of.ts'

/** Runs commands by their keys anywhere on the page, except while a dialog is open. */
export function useShortcuts(): void {
  const { commands, dialogs } = usePage()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || dialogs.get() !== null) return
      const shortcut = findShortcut(event, placeOf(event.target))
      if (shortcut === null) return
      event.preventDefault()
      if (!event.repeat) commands[shortcut.command]()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [commands, dialogs])
}
