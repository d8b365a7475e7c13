import { Focusable, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Hint } from '../page/hint.tsx'

/** Says that only polling is left; mouse and keyboard reach the sentence that explains it. */
export function PollingFact() {
  const { t } = useTranslation()
  return (
    <Hint>
      <Focusable>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach its tooltip */}
        <span className="fact" data-fact="watch" role="note" tabIndex={0}>
          {t('status.watchStat')}
        </span>
      </Focusable>
      <Tooltip className="tooltip" placement="top" offset={6}>
        {t('status.watchStat.help')}
      </Tooltip>
    </Hint>
  )
}
