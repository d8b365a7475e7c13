import { useEffect } from 'react'
import { usePage } from '../page/page-context.ts'
import { keepsList } from '../split/keeps-list.ts'
import { selectSecond } from '../split/select-second.ts'
import type { Command } from './command.ts'
import { findShortcut } from './find-shortcut.ts'
import { giveToLines } from './give-to-lines.ts'
import { placeOf } from './place-of.ts'
import { useCommands } from './use-commands.ts'

/**
 * Runs commands by their keys anywhere on the page, except while a dialog is open. Given in the second
 * list, they act on its log.
 */
export function useShortcuts(): void {
  const page = usePage()
  const commands = useCommands()
  useEffect(() => {
    const { chosenKeys, dialogs } = page
    const run = (command: Command) => {
      if (command.isAvailable?.() ?? true) command.run()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || dialogs.get() !== null) return
      if (giveToLines(event, page.commands.focusLines)) return
      const command = findShortcut(event, placeOf(event.target), commands, chosenKeys.get())
      if (command === null) return
      event.preventDefault()
      if (event.repeat && command.repeats !== true) return
      const head = keepsList(command) ? null : headOfSecond(event.target)
      if (head === null) run(command)
      else void selectSecond(page, head).then(() => run(command))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [commands, page])
}

/** In the second list: what stands above it, in pixels; null elsewhere. */
function headOfSecond(target: EventTarget | null): number | null {
  const body = target instanceof Element ? target.closest('.second-body') : null
  const pane = body?.closest('.second')
  if (body === null || pane == null) return null
  return body.getBoundingClientRect().top - pane.getBoundingClientRect().top
}
