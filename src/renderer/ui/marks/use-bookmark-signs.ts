import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { selectedLog, shownView } from '../../data/page-state.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { bookmarkGutter } from './bookmark-gutter.ts'
import { BookmarkPlacer } from './bookmark-placer.ts'
import { bookmarkTicks } from './bookmark-ticks.ts'

/** How often the places beside the scroll bar of a growing log are drawn anew, in ms. */
const TICKS_INTERVAL_MS = 500

/** Finds the bookmarks again and shows them beside the lines of the list and its scroll bar. */
export function useBookmarkSigns(): void {
  const { session, bookmarks, list: listStore } = usePage()
  const { t } = useTranslation()
  const list = useStore(listStore)

  useEffect(() => {
    const placer = new BookmarkPlacer(session, bookmarks)
    return () => placer.close()
  }, [session, bookmarks])

  useEffect(() => {
    if (list === null) return
    let shown: unknown = null
    let drawnAt = 0
    const show = () => {
      const state = session.getState()
      const log = selectedLog(state)
      const marks = log === null ? [] : bookmarks.of(log)
      const view = shownView(state, log?.id ?? null)
      const now = Date.now()
      if (marks === shown && (marks.length === 0 || now - drawnAt < TICKS_INTERVAL_MS)) return
      shown = marks
      drawnAt = now
      const label = ({ note }: { readonly note: string }) =>
        note === '' ? t('marks.sign') : t('marks.signNote', { note })
      list.setGutter(bookmarkGutter(marks, label))
      // In a view the place of a line among the rows is not known here.
      list.setTicks(log === null || view !== null ? [] : bookmarkTicks(marks, log), 'bookmarks')
    }
    show()
    const stops = [session.subscribe(show), bookmarks.subscribe(show)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, bookmarks, list, t])
}
