import { useEffect } from 'react'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import './labels.css'
import './colour-choice.css'
import './rules.css'
import './syntax.css'

/** Keeps the list on the screen painted by the page's painters. */
export function usePainters(): void {
  const { list, painters } = usePage()
  const shown = useStore(list)
  useEffect(() => {
    if (shown === null) return
    const show = () => shown.setPainter(painters.get())
    show()
    return painters.subscribe(show)
  }, [shown, painters])
}
