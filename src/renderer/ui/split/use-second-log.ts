import type { LogState } from '../../../shared/protocol.ts'
import { NARROW } from '../page/narrow.ts'
import { usePage } from '../page/page-context.ts'
import { useMedia } from '../page/use-media.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'

/** The log of the second list; null while there is none: also on narrow windows, which have no room. */
export function useSecondLog(): LogState | null {
  const { session, split } = usePage()
  const { second } = useStore(split.state)
  const isNarrow = useMedia(NARROW)
  const name = usePageState(
    (state) => state.server?.logs.find(({ id }) => id === second)?.name ?? null,
  )
  const isSelected = usePageState((state) => state.selected === second)
  if (isNarrow || second === null || name === null || isSelected) return null
  return session.getState().server?.logs.find(({ id }) => id === second) ?? null
}
