import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { followLink } from './open-link.ts'

export interface OpenLinkDialogProps {
  readonly href: string
  readonly onClose: () => void
}

/** Shows an address of a log whole, and opens it only when the user says so. */
export function OpenLinkDialog({ href, onClose }: OpenLinkDialogProps) {
  const { t } = useTranslation()
  return (
    <DialogFrame title={t('structure.openLink')} onClose={onClose}>
      <p className="dialog-help">{t('structure.openLink.text')}</p>
      <p className="link-address">{href}</p>
      <div className="dialog-actions">
        <Button className="tool" data-tone="bordered" autoFocus onPress={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button
          className="tool"
          data-tone="primary"
          onPress={() => {
            followLink(href)
            onClose()
          }}
        >
          {t('structure.openLink.open')}
        </Button>
      </div>
    </DialogFrame>
  )
}
