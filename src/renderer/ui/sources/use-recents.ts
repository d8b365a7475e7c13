import { useCallback, useEffect, useState } from 'react'
import { withoutSecrets } from '../../../shared/address-secret.ts'
import type { Recent } from '../../../shared/bridge.ts'
import type { PageState } from '../../data/page-state.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { targetOf } from './target-of.ts'

/** What was opened before and is not open now, newest first, and how to forget one of it. */
export interface Recents {
  readonly recents: readonly Recent[]
  forget(recent: Recent): void
}

/** The recents of the app; a browser has none. */
export function useRecents(): Recents {
  const { bridge } = usePage()
  const [kept, setKept] = useState<readonly Recent[]>([])
  const openTargets = usePageState(openTargetsOf)
  const refresh = useCallback(async () => {
    if (bridge !== undefined) setKept(await bridge.recents())
  }, [bridge])
  // Main adds what it opens: whenever the opened logs change, the list may have.
  // biome-ignore lint/correctness/useExhaustiveDependencies: openTargets is the moment, not a value
  useEffect(() => void refresh(), [refresh, openTargets])
  const open = new Set(openTargets.split('\n'))
  return {
    recents: kept.filter(({ target }) => !open.has(withoutSecrets(target))),
    forget: (recent) => void bridge?.removeRecent(recent).then(refresh),
  }
}

function openTargetsOf({ server }: PageState): string {
  return (server?.logs ?? []).map(({ origin }) => targetOf(origin)).join('\n')
}
