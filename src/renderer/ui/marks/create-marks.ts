import type { i18n } from 'i18next'
import type { Bridge } from '../../../shared/bridge.ts'
import type { Session } from '../../data/session.ts'
import type { Kept } from '../../kept/kept.ts'
import type { LogList } from '../../list/log-list.ts'
import { type Copying, createCopying } from '../copying/copying.ts'
import type { Dialogs } from '../dialogs/dialogs.ts'
import type { LineGoer } from '../go-to/line-goer.ts'
import type { Notices } from '../notices/notices.ts'
import type { Store } from '../page/store.ts'
import { createSaving, type Saving } from '../saving/saving.ts'
import { type Bookmarks, createBookmarks } from './bookmarks.ts'
import { createMarking, type Marking } from './marking.ts'

export interface MarksParts {
  readonly session: Session
  readonly bridge: Bridge | undefined
  readonly kept: Kept
  readonly list: Store<LogList | null>
  readonly dialogs: Dialogs
  readonly goer: LineGoer
  readonly notices: Notices
  readonly i18n: i18n
}

/** What the user does with lines: marks, copies and saves them. */
export interface Marks {
  readonly bookmarks: Bookmarks
  readonly marking: Marking
  readonly copying: Copying
  readonly saving: Saving
}

export function createMarks(parts: MarksParts): Marks {
  const bookmarks = createBookmarks(parts.kept)
  const saving = createSaving({ ...parts, bookmarks })
  return {
    bookmarks,
    marking: createMarking({ ...parts, bookmarks }),
    copying: createCopying({ ...parts, saving }),
    saving,
  }
}
