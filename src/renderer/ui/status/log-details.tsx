import { Info } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Heading, Popover, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Hint } from '../page/hint.tsx'
import { usePageState } from '../page/use-page-state.ts'
import { LogFacts } from './log-facts.tsx'

/** A button that shows every figure of the selected log, also those that a narrow bar leaves out. */
export function LogDetails() {
  const { t } = useTranslation()
  const hasLog = usePageState((state) => state.selected !== null)
  if (!hasLog) return null
  return (
    <DialogTrigger>
      <Hint>
        <Button className="status-button status-icon" aria-label={t('details.open')}>
          <Info aria-hidden size={14} />
        </Button>
        <Tooltip className="tooltip" placement="top" offset={6}>
          {t('details.open')}
        </Tooltip>
      </Hint>
      <Popover className="popover" placement="top end" offset={6}>
        <Dialog className="details">
          <Heading slot="title" className="details-title">
            {t('details.title')}
          </Heading>
          <LogFacts />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
