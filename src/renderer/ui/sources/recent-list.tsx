import { GridList, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { SourceName } from './source-name.tsx'
import { useRecents } from './use-recents.ts'
import { withoutToken } from './without-token.ts'

/** In the app: streams that were connected before; Enter or a click connects again. */
export function RecentList() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const recents = useRecents()
  if (recents.length === 0) return null
  return (
    <section className="source-group" aria-label={t('sources.recents')}>
      <h2 className="source-header">{t('sources.recents')}</h2>
      <GridList
        className="source-list"
        aria-label={t('sources.recents')}
        onAction={(key) => commands.reconnect(String(key))}
      >
        {recents.map((url) => (
          <GridListItem key={url} id={url} className="source" textValue={withoutToken(url)}>
            <div className="source-body" title={withoutToken(url)}>
              <SourceName name={withoutToken(url)} />
            </div>
          </GridListItem>
        ))}
      </GridList>
    </section>
  )
}
