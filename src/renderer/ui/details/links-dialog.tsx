import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { usePage } from '../page/page-context.ts'
import { openLink } from './open-link.ts'

export interface LinksDialogProps {
  readonly hrefs: readonly string[]
  readonly onClose: () => void
}

/** The addresses of a line, to choose the one to open; or that there is none. */
export function LinksDialog({ hrefs, onClose }: LinksDialogProps) {
  const { t } = useTranslation()
  const page = usePage()
  if (hrefs.length === 0) {
    return (
      <DialogFrame title={t('structure.links')} size="small" onClose={onClose}>
        <p className="dialog-help">{t('structure.links.none')}</p>
      </DialogFrame>
    )
  }
  return (
    <DialogFrame title={t('structure.links')} onClose={onClose}>
      <ListBox
        className="link-choices"
        aria-label={t('structure.links')}
        autoFocus="first"
        onAction={(key) => {
          onClose()
          openLink(page, String(key))
        }}
      >
        {hrefs.map((href) => (
          <ListBoxItem key={href} id={href} textValue={href} className="link-choice">
            {href}
          </ListBoxItem>
        ))}
      </ListBox>
    </DialogFrame>
  )
}
