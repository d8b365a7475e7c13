import { useEffect, useState } from 'react'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'

/** In the app: the addresses that were connected before and are not open now, newest first. */
export function useRecents(): readonly string[] {
  const { bridge, recentRemotes } = usePage()
  const [recents, setRecents] = useState<readonly string[]>([])
  const openUrls = usePageState((state) =>
    (state.server?.logs ?? [])
      .flatMap(({ origin }) => (origin.kind === 'remote' ? [origin.url] : []))
      .join('\n'),
  )
  useEffect(() => {
    if (bridge === undefined) return
    let isCurrent = true
    void recentRemotes.list().then((urls) => {
      const open = new Set(openUrls.split('\n'))
      if (isCurrent) setRecents(urls.filter((url) => !open.has(url)))
    })
    return () => {
      isCurrent = false
    }
  }, [bridge, recentRemotes, openUrls])
  return recents
}
