import { useRef } from 'react'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import type { ActiveLine } from './active-line.ts'

/**
 * The line whose details are shown: the active one, and the last one of the same log while none is. A
 * filter made here changes the rows, and what it was made from must not vanish with them.
 */
export function useShownLine(): ActiveLine | null {
  const { activeLine } = usePage()
  const active = useStore(activeLine)
  const selected = usePageState((state) => state.selected)
  const last = useRef<ActiveLine | null>(null)
  if (active !== null) last.current = active
  return last.current?.log === selected ? last.current : null
}
