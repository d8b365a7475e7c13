import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownTimes } from '../histogram/log-times.ts'
import { timeOfLine } from '../histogram/time-of-line.ts'
import { useLogTimes } from '../histogram/use-log-times.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import type { Reach } from './understand.ts'

/** What there is to go to in the selected log, and its times; they come a moment after the dialog. */
export function useReach(lines: number): {
  readonly reach: Reach
  readonly times: KnownTimes | null
} {
  const { i18n } = useTranslation()
  const { session, times, list } = usePage()
  const log = usePageState((state) => state.selected)
  const known = useLogTimes(log)
  const [here, setHere] = useState<number | null>(null)
  const [now] = useState(() => Date.now())
  const isKnown = known !== null

  useEffect(() => {
    const shown = list.get()
    const line = shown?.activeLine ?? shown?.visibleLines?.from ?? null
    if (line === null || log === null || !isKnown) return
    const asked = new AbortController()
    void timeOfLine(times, log, session.lines, line, asked.signal).then((time) => {
      if (!asked.signal.aborted) setHere(time)
    })
    return () => asked.abort()
  }, [session, times, list, log, isKnown])

  return {
    times: known,
    reach: {
      lines,
      times: known?.reach == null ? null : { clock: known.clock, now, here, ...known.reach },
      dayFirst: i18n.language === 'pt-BR',
      timeOf: (text) => times.timeOf(log, text),
    },
  }
}
