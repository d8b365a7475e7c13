import { useEffect, useState } from 'react'
import { LEVELS } from '../../../shared/level.ts'
import type { LogId } from '../../../shared/protocol.ts'
import { usePage } from '../page/page-context.ts'
import type { LogFilter } from './log-filter.ts'

/** How often the levels are counted while the log grows, in ms: numbers that change faster are not read. */
const COUNT_INTERVAL_MS = 1000

interface Counted {
  readonly log: LogId
  readonly levels: readonly number[]
}

/**
 * The lines of a log per level, in the order of LEVELS, within the times or the lines that are shown;
 * null until they are counted.
 */
export function useLevelCounts(
  log: LogId | null,
  { time, lines }: Pick<LogFilter, 'time' | 'lines'>,
): readonly number[] | null {
  const { session } = usePage()
  const [counted, setCounted] = useState<Counted | null>(null)
  const { from, to } = time ?? lines ?? { from: null, to: null }
  const isByLine = time === null && lines !== null
  useEffect(() => {
    if (log === null) return
    const ended = new AbortController()
    let asked = ''
    let isBusy = false

    async function count(id: LogId): Promise<void> {
      const known = session.getState().server?.logs.find((one) => one.id === id)
      const now = `${known?.first} ${known?.end} ${known?.bytes} ${known?.encoding}`
      if (known === undefined || isBusy || now === asked || document.hidden) return
      isBusy = true
      const range = {
        from,
        to,
        buckets: 1,
        view: null,
        ...(isByLine && { by: 'position' as const }),
      }
      const answer = await session.histogram(id, range, ended.signal)
      isBusy = false
      if (ended.signal.aborted || answer.kind === 'refused') return
      const { buckets, surveyed, total } = answer.value
      // Asked again while it is still being counted, even when nothing comes.
      asked = surveyed < total ? '' : now
      const levels = LEVELS.map((_, level) =>
        buckets.reduce((sum, bucket) => sum + (bucket.levels?.[level] ?? 0), 0),
      )
      setCounted({ log: id, levels })
    }

    const timer = setInterval(() => void count(log), COUNT_INTERVAL_MS)
    void count(log)
    return () => {
      clearInterval(timer)
      ended.abort()
    }
  }, [session, log, from, to, isByLine])
  return counted?.log === log ? counted.levels : null
}
