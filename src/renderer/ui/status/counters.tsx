import { useTranslation } from 'react-i18next'
import { indexShare } from '../../data/index-share.ts'
import { selectedLog } from '../../data/page-state.ts'
import { useFormat } from '../page/use-format.ts'
import { usePageState } from '../page/use-page-state.ts'
import { LinesFact } from './lines-fact.tsx'
import { PollingFact } from './polling-fact.tsx'

/** Index progress, rotations, errors, lines, bytes and rate of the selected log. */
export function Counters() {
  const { t } = useTranslation()
  const format = useFormat()
  const log = usePageState(selectedLog)
  const rate = usePageState((state) => state.rate)
  if (log === null) return null
  const share = indexShare(log)
  // What comes and goes stands first: the bar is filled from the right, so the figures stay in place.
  return (
    <>
      {share !== null && (
        <span className="fact" data-fact="indexing" title={t('indexing.help')}>
          {t('indexing', { percent: format.percent(share) })}
        </span>
      )}
      {log.watch === 'stat' && <PollingFact />}
      {log.rotations > 0 && (
        <span className="fact" data-fact="rotations">
          {t('rotations', { count: log.rotations })}
        </span>
      )}
      {log.errors > 0 && (
        <span className="fact" data-fact="errors" title={t('status.errors.help')}>
          {t('errors', { count: log.errors })}
        </span>
      )}
      <LinesFact log={log} isProvisional={share !== null} />
      <span className="fact" data-fact="bytes">
        {format.bytes(log.bytes)}
      </span>
      <span className="fact" data-fact="rate">
        {t('rate', { rate: format.rate(rate) })}
      </span>
    </>
  )
}
