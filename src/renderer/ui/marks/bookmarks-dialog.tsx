import { useEffect } from 'react'
import { Button, GridList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LogState } from '../../../shared/protocol.ts'
import { selectedLog } from '../../data/page-state.ts'
import { useChordText } from '../commands/use-chord-text.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { BookmarkItem } from './bookmark-item.tsx'
import { useBookmarks } from './use-bookmarks.ts'

/** The bookmarks of the selected log: goes to them, changes, removes and saves them. */
export function BookmarksDialog({ onClose }: { readonly onClose: () => void }) {
  const { session } = usePage()
  usePageState((state) => state.selected)
  const log = selectedLog(session.getState())
  return log === null ? null : <BookmarkList log={log} onClose={onClose} />
}

function BookmarkList({ log, onClose }: { readonly log: LogState; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { bookmarks, marking, saving, dialogs } = usePage()
  const marks = useBookmarks(log)
  const keys = useChordText('toggleBookmark') ?? ''
  const { id, origin } = log
  // Lines that were not found may have come since.
  useEffect(() => bookmarks.unsettle({ id, origin }, 'lost'), [bookmarks, id, origin])
  return (
    <DialogFrame title={t('marks.title', { name: log.name })} size="wide" onClose={onClose}>
      <p className="dialog-help">
        {marks.length === 0 ? t('marks.none', { keys }) : t('marks.help')}
      </p>
      {marks.length > 0 && (
        <>
          <GridList
            className="bookmarks"
            aria-label={t('marks.list')}
            autoFocus
            onAction={(key) => {
              const mark = marks.find((one) => one.id === key)
              if (mark?.place !== 'sure') return
              onClose()
              marking.goTo(mark)
            }}
          >
            {marks.map((mark) => (
              <BookmarkItem
                key={mark.id}
                mark={mark}
                onEdit={() => dialogs.set({ kind: 'bookmark', mark: mark.id, isListed: true })}
                onRemove={() => bookmarks.remove(log, mark.id)}
              />
            ))}
          </GridList>
          <div className="dialog-actions">
            <Button className="tool" data-tone="bordered" onPress={() => bookmarks.clear(log)}>
              {t('marks.clear')}
            </Button>
            <Button className="tool" data-tone="primary" onPress={() => saving.ask('bookmarks')}>
              {t('marks.save')}
            </Button>
          </div>
        </>
      )}
    </DialogFrame>
  )
}
