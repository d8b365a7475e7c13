import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { announcementOf, baselineOf } from './announcement.ts'
import { tallyOf } from './tally.ts'

/** At most one summary in this time, in ms: a screen reader needs about as long to say one. */
const INTERVAL_MS = 5000

/** Tells screen readers how much arrived while following, never the lines themselves. */
export function Announcer() {
  const { t } = useTranslation()
  const { session } = usePage()
  const [text, setText] = useState('')
  useEffect(() => {
    let last = baselineOf(null, tallyOf(session.getState()))
    const unsubscribe = session.subscribe(() => {
      last = baselineOf(last, tallyOf(session.getState()))
    })
    const timer = setInterval(() => {
      const now = tallyOf(session.getState())
      setText(announcementOf(t, last, now))
      last = baselineOf(null, now)
    }, INTERVAL_MS)
    return () => {
      unsubscribe()
      clearInterval(timer)
    }
  }, [session, t])
  return (
    <div className="visually-hidden" aria-live="polite" data-announcer>
      {text}
    </div>
  )
}
