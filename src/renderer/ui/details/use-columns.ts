import { useEffect } from 'react'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'

/** Keeps the list on the screen with the page's columns. */
export function useColumns(): void {
  const { list, columns } = usePage()
  const shown = useStore(list)
  useEffect(() => {
    if (shown === null) return
    const show = () => shown.setColumns(columns.get())
    show()
    return columns.subscribe(show)
  }, [shown, columns])
}
