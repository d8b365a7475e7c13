import { useEffect } from 'react'
import { listKey } from '../../list/list-key.ts'
import { placeOf } from '../commands/place-of.ts'
import { usePage } from '../page/page-context.ts'

/**
 * Lets the key for copying in the lines copy them whole: the list by itself copies what it shows of
 * them. Text that is marked within a line is left to the browser.
 */
export function useCopyKey(): void {
  const { copying, dialogs } = usePage()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (dialogs.get() !== null || placeOf(event.target) !== 'lines') return
      if (listKey(event)?.kind !== 'copy' || !copying.hasSelection()) return
      if (document.getSelection()?.isCollapsed === false) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) copying.lines()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [copying, dialogs])
}
