import { useEffect, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { withoutSecrets } from '../../../shared/address-secret.ts'
import { usePage } from '../page/page-context.ts'

/** The addresses connected before; choosing one puts it into the field. */
export function RecentAddresses({ onChoose }: { readonly onChoose: (url: string) => void }) {
  const { t } = useTranslation()
  const { recentRemotes } = usePage()
  const [urls, setUrls] = useState<readonly string[]>([])
  useEffect(() => {
    let isCurrent = true
    void recentRemotes.list().then((list) => {
      if (isCurrent) setUrls(list)
    })
    return () => {
      isCurrent = false
    }
  }, [recentRemotes])
  if (urls.length === 0) return null
  return (
    <div className="field">
      <span className="field-label" aria-hidden>
        {t('connect.recents')}
      </span>
      <ListBox
        className="choices"
        aria-label={t('connect.recents')}
        onAction={(key) => onChoose(String(key))}
      >
        {urls.map((url) => (
          <ListBoxItem key={url} id={url} className="choice" textValue={withoutSecrets(url)}>
            <span className="choice-detail">{withoutSecrets(url)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  )
}
