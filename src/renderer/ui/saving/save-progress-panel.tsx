import { X } from 'lucide-react'
import { Button, ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { useStore } from '../page/use-store.ts'

/** How far the file is that is being saved, and the way to cancel it. */
export function SaveProgressPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const { saving } = usePage()
  const running = useStore(saving.running)
  if (running === null) return null
  const { name, expected, lines, bytes } = running
  const share =
    expected === null || expected === 0 ? null : Math.min(1, Math.max(0, lines) / expected)
  const label = t('saving.progress', { name })
  return (
    <section className="save-progress" aria-label={t('saving.region')}>
      <ProgressBar
        className="save-progress-bar"
        aria-label={label}
        isIndeterminate={share === null}
        value={share ?? 0}
        maxValue={1}
      >
        <span className="save-progress-name">{label}</span>
        <span className="save-progress-facts">
          {share === null
            ? format.bytes(bytes)
            : `${format.percent(share)}, ${format.bytes(bytes)}`}
        </span>
        <span className="save-progress-track" aria-hidden>
          <span
            className="save-progress-fill"
            data-open={share === null || undefined}
            style={{ inlineSize: share === null ? '30%' : `${share * 100}%` }}
          />
        </span>
      </ProgressBar>
      <Button className="icon-button" aria-label={t('saving.cancel')} onPress={saving.cancel}>
        <X aria-hidden size={14} />
      </Button>
    </section>
  )
}
