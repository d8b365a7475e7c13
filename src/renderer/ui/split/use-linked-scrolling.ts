import { useEffect } from 'react'
import type { LogId } from '../../../shared/protocol.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { linkLists } from './link-lists.ts'

/** Scrolls the two lists together by time, as long as the user wants it. */
export function useLinkedScrolling(second: LogId | null): void {
  const { session, times, list, split } = usePage()
  const { linked } = useStore(split.state)
  const first = useStore(list)
  const other = useStore(split.list)
  useEffect(() => {
    if (!linked || first === null || other === null || second === null) return
    const selected = { list: first, log: () => session.getState().selected }
    return linkLists(selected, { list: other, log: () => second }, { session, times })
  }, [linked, first, other, second, session, times])
}
