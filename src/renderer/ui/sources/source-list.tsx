import { X } from 'lucide-react'
import {
  Button,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { LogId, LogOrigin, LogState } from '../../../shared/protocol.ts'
import type { TextKey } from '../../i18n/en.ts'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { NO_NEWS } from '../tabs/news.ts'
import { NewsMark } from '../tabs/news-mark.tsx'
import { newsWords } from '../tabs/news-words.ts'
import { groupLogs } from './group-logs.ts'
import { SecretButton } from './secret-button.tsx'
import { SourceFacts } from './source-facts.tsx'
import { SourceName } from './source-name.tsx'
import { targetOf } from './target-of.ts'

export interface SourceListProps {
  readonly logs: readonly LogState[]
  readonly selected: LogId | null
  readonly onSelect: (log: LogId) => void
}

/** The opened logs in groups: arrow keys move, the right arrow reaches a log's close button. */
export function SourceList({ logs, selected, onSelect }: SourceListProps) {
  const { t } = useTranslation()
  const { commands, news } = usePage()
  const allNews = useStore(news)
  const open = (log: LogId) => {
    onSelect(log)
    commands.focusLines()
  }
  return (
    <GridList
      className="source-list"
      aria-label={t('sources.list')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const chosen = logs.find((log) => keys !== 'all' && keys.has(log.id))
        if (chosen !== undefined) onSelect(chosen.id)
      }}
      onAction={(key) => {
        const chosen = logs.find((log) => log.id === key)
        if (chosen !== undefined) open(chosen.id)
      }}
    >
      {groupLogs(logs).map((group) => (
        <GridListSection key={group.kind} id={group.kind} className="source-group">
          <GridListHeader className="source-header">{t(headerOf(group.kind))}</GridListHeader>
          {group.logs.map((log) => (
            <GridListItem
              key={log.id}
              id={log.id}
              className="source"
              onClick={({ detail, target }) => {
                // Chosen by mouse it is wanted to be read: letters are commands there, and search the list here.
                const isButton = target instanceof Element && target.closest('button') !== null
                if (detail > 0 && !isButton) commands.focusLines()
              }}
              textValue={[shownText(log.name), newsWords(t, allNews.get(log.id) ?? NO_NEWS)]
                .filter((part) => part !== '')
                .join(', ')}
            >
              <div className="source-body" title={targetOf(log.origin)}>
                <span className="source-title">
                  <SourceName name={log.name} />
                  <NewsMark id={log.id} />
                </span>
                <SourceFacts id={log.id} />
                <SecretButton id={log.id} name={log.name} />
              </div>
              <Button
                className="icon-button source-close"
                aria-label={t('sources.close', { name: shownText(log.name) })}
                onPress={() => commands.closeLog(log.id)}
              >
                <X aria-hidden size={14} />
              </Button>
            </GridListItem>
          ))}
        </GridListSection>
      ))}
    </GridList>
  )
}

function headerOf(kind: LogOrigin['kind']): TextKey {
  switch (kind) {
    case 'file':
      return 'sources.files'
    case 'remote':
      return 'sources.remotes'
    case 'generator':
      return 'sources.generator'
    default:
      return assertNever(kind, 'kind of origin')
  }
}
