import { useTranslation } from 'react-i18next'
import { selectedLog } from '../../data/page-state.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { Countdown } from './countdown.tsx'
import { Dot } from './dot.tsx'
import { streamWords } from './stream-words.ts'

/** The state of the stream in words; a change of it is announced politely. */
export function StreamStatus() {
  const { t } = useTranslation()
  const { session } = usePage()
  // The pieces that the words depend on: the counters of a busy log do not draw this again.
  usePageState((state) => state.connection)
  usePageState((state) => state.pause.kind)
  usePageState((state) => selectedLog(state)?.phase ?? null)
  const words = streamWords(t, session.getState())
  return (
    <div className="stream-status" data-tone={words.tone}>
      <Dot tone={words.tone} />
      <span role="status" className="stream-words" title={words.text}>
        {words.text}
      </span>
      {words.retryAt !== null && <Countdown until={words.retryAt} />}
    </div>
  )
}
