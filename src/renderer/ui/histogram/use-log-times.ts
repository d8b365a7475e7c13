import { useEffect, useSyncExternalStore } from 'react'
import type { LogId } from '../../../shared/log-id.ts'
import { usePage } from '../page/page-context.ts'
import type { KnownTimes } from './log-times.ts'

/** The times of a log, asked of the server anew when this is first drawn; null while they are not known. */
export function useLogTimes(log: LogId | null): KnownTimes | null {
  const { times } = usePage()
  useEffect(() => {
    if (log === null) return
    const asked = new AbortController()
    void times.ask(log, asked.signal)
    return () => asked.abort()
  }, [times, log])
  return useSyncExternalStore(times.subscribe, () => times.get(log))
}
