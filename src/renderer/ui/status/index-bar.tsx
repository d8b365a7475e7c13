import { useTranslation } from 'react-i18next'
import { indexShare } from '../../data/index-share.ts'
import { selectedLog } from '../../data/page-state.ts'
import { usePageState } from '../page/use-page-state.ts'

/** A thin line along the upper edge of the status bar that grows while the index is built. */
export function IndexBar() {
  const { t } = useTranslation()
  const share = usePageState((state) => {
    const log = selectedLog(state)
    return log === null ? null : indexShare(log)
  })
  if (share === null) return null
  const percent = Math.round(share * 100)
  return (
    <div
      className="index-bar"
      role="progressbar"
      aria-label={t('indexing.name')}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div className="index-bar-done" style={{ transform: `scaleX(${share})` }} />
    </div>
  )
}
