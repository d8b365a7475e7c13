import type { i18n } from 'i18next'
import { lineNumber } from '../../../shared/line-number.ts'
import type { LogId, LogState } from '../../../shared/protocol.ts'
import { selectedLog } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'
import type { LogList } from '../../list/log-list.ts'
import type { Dialogs } from '../dialogs/dialogs.ts'
import type { LineGoer } from '../go-to/line-goer.ts'
import type { Notices } from '../notices/notices.ts'
import type { Store } from '../page/store.ts'
import { MAX_BOOKMARKS } from './bookmark.ts'
import type { Bookmarks, PlacedBookmark } from './bookmarks.ts'
import { nextBookmark } from './next-bookmark.ts'

export interface MarkingParts {
  readonly session: Session
  readonly bookmarks: Bookmarks
  readonly list: Store<LogList | null>
  readonly dialogs: Dialogs
  readonly goer: LineGoer
  readonly notices: Notices
  readonly i18n: i18n
}

/** What the user does with bookmarks of the selected log. */
export interface Marking {
  /** Sets a bookmark at the active line, or takes it away. */
  toggle(): void
  /** Asks for the note and colour of the bookmark at the active line, which is set when there is none. */
  edit(): void
  /** Goes to the next bookmark, or the one before. */
  go(by: 1 | -1): void
  goTo(mark: PlacedBookmark): void
  showAll(): void
  readonly hasLine: () => boolean
  readonly hasMarks: () => boolean
}

/** A bookmark that was gone to. */
interface Visit {
  readonly log: LogId | null
  readonly line: number
  /** The list's moves when it was there; null until it is. */
  readonly moves: number | null
}

export function createMarking(parts: MarkingParts): Marking {
  const { session, bookmarks, list, dialogs, goer, notices } = parts
  const { t } = parts.i18n
  const log = () => selectedLog(session.getState())
  const activeLine = () => list.get()?.activeLine ?? null
  /** The bookmark that was gone to last. */
  let visited: Visit | null = null

  async function add(to: LogState, line: number): Promise<PlacedBookmark | null> {
    const rows = session.logRows(to.id)
    const read = await rows.read(line, line + 1)
    rows.close()
    const row = read?.[0]
    const known = bookmarks.at(to, line)
    if (known !== null) return known
    const added = row === undefined ? null : bookmarks.add(to, { ...row, line })
    if (added !== null) return added
    notices.show({
      tone: 'danger',
      title: t('marks.notSet'),
      text: row === undefined ? t('marks.unread') : t('marks.tooMany', { count: MAX_BOOKMARKS }),
    })
    return null
  }

  function goTo(mark: PlacedBookmark): void {
    const { line } = mark
    const visit: Visit = { log: session.getState().selected, line, moves: null }
    visited = visit
    void goer.go(lineNumber(line)).then(() => {
      if (visited === visit) visited = { ...visit, moves: list.get()?.moves ?? null }
    })
    // After React took away the list of bookmarks: until then that keeps the focus.
    queueMicrotask(() => list.get()?.focus())
  }

  /** Where the next bookmark is looked for from: one that a filter hides is not the active line. */
  function reached(): number | null {
    const { moves } = list.get() ?? {}
    const isThere = visited !== null && (visited.moves ?? moves) === moves
    const isHere = visited !== null && visited.log === session.getState().selected
    return visited !== null && isThere && isHere ? visited.line : activeLine()
  }

  return {
    toggle() {
      const [at, line] = [log(), activeLine()]
      if (at === null || line === null) return
      const mark = bookmarks.at(at, line)
      if (mark === null) void add(at, line)
      else bookmarks.remove(at, mark.id)
    },
    edit() {
      const [at, line] = [log(), activeLine()]
      if (at === null || line === null) return
      void add(at, line).then((mark) => {
        if (mark !== null) dialogs.set({ kind: 'bookmark', mark: mark.id, isListed: false })
      })
    },
    go(by) {
      const at = log()
      if (at === null) return
      const mark = nextBookmark(bookmarks.of(at), reached(), by)
      if (mark !== null) goTo(mark)
    },
    goTo,
    showAll: () => dialogs.set({ kind: 'bookmarks' }),
    hasLine: () => activeLine() !== null,
    hasMarks() {
      const at = log()
      return at !== null && bookmarks.of(at).length > 0
    },
  }
}
