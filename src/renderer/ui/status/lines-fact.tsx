import { useTranslation } from 'react-i18next'
import type { LogState } from '../../../shared/protocol.ts'
import { expectedLines } from '../../data/index-share.ts'

export interface LinesFactProps {
  readonly log: LogState
  /** Whether the index is still finding lines. */
  readonly isProvisional: boolean
}

/** How many lines the log has; while they are being counted, in the room that all of them will need. */
export function LinesFact({ log, isProvisional }: LinesFactProps) {
  const { t } = useTranslation()
  const expected = isProvisional ? expectedLines(log) : null
  return (
    <span className="fact" data-fact="lines" title={isProvisional ? t('indexing.help') : undefined}>
      {t('lines', { count: log.end - log.first })}
      {expected !== null && (
        <span className="fact-reserve" data-text={t('lines', { count: expected })} aria-hidden />
      )}
    </span>
  )
}
