import { X } from 'lucide-react'
import { Button, GridList, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { recentName } from './recent-name.ts'
import { SourceName } from './source-name.tsx'
import { useRecents } from './use-recents.ts'

/** In the app: files and streams that were opened before; Enter or a click opens them again. */
export function RecentList() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const { recents, forget } = useRecents()
  if (recents.length === 0) return null
  return (
    <section className="source-group" aria-label={t('sources.recents')}>
      <h2 className="source-header">{t('sources.recents')}</h2>
      <GridList
        className="source-list"
        aria-label={t('sources.recents')}
        onAction={(key) => {
          const chosen = recents.find(({ target }) => target === key)
          if (chosen !== undefined) commands.openRecent(chosen)
        }}
      >
        {recents.map((recent) => {
          const { whole, name, place } = recentName(recent)
          return (
            <GridListItem
              key={recent.target}
              id={recent.target}
              className="source"
              textValue={whole}
            >
              <div className="source-body" title={whole}>
                <SourceName name={name} />
                <span className="source-facts source-place">{place}</span>
              </div>
              <Button
                className="icon-button source-close"
                aria-label={t('sources.forget', { name })}
                onPress={() => forget(recent)}
              >
                <X aria-hidden size={14} />
              </Button>
            </GridListItem>
          )
        })}
      </GridList>
    </section>
  )
}
