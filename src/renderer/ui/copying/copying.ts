import type { i18n } from 'i18next'
import type { ExportRequest } from '../../../shared/export.ts'
import { selectedLog, shownView } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'
import { type LogList, MAX_COPIED_LINES } from '../../list/log-list.ts'
import { writeClipboard } from '../../list/write-clipboard.ts'
import type { Notices } from '../notices/notices.ts'
import type { Store } from '../page/store.ts'
import type { Saving } from '../saving/saving.ts'
import { selectedRange } from '../saving/selected-range.ts'
import { entryOf } from './entry-of.ts'
import { readCopy } from './read-copy.ts'

export interface CopyingParts {
  readonly session: Session
  readonly list: Store<LogList | null>
  readonly saving: Saving
  readonly notices: Notices
  readonly i18n: i18n
}

/** Puts selected lines on the clipboard, whole; what is too much for it is offered to be saved. */
export interface Copying {
  lines(): void
  /** With the number of each line before it. */
  numberedLines(): void
  /** All lines of the entry that the active line belongs to. */
  entry(): void
  /** Whether lines of the log are selected; not while the keyboard is in other lines, as of a search. */
  readonly hasSelection: () => boolean
}

export function createCopying({ session, list, saving, notices, i18n }: CopyingParts): Copying {
  const { t } = i18n
  /** The last copy that was asked for; one before it is given up. */
  let last = new AbortController()

  function begin(): AbortSignal {
    last.abort()
    last = new AbortController()
    return last.signal
  }

  function failed(): void {
    notices.show({ tone: 'danger', title: t('copying.failed'), text: t('copying.failed.text') })
  }

  async function copy(
    request: Pick<ExportRequest, 'view' | 'from' | 'to' | 'numbers'>,
    signal: AbortSignal,
  ): Promise<void> {
    const log = selectedLog(session.getState())
    if (log === null) return
    const read = await readCopy(session.exportUrl(log.id, { format: 'text', ...request }), signal)
    if (signal.aborted) return
    if (read.kind === 'too-much') saving.ask('selection', 'too-much-to-copy')
    else if (read.kind === 'failed' || !(await writeClipboard(read.text))) failed()
  }

  function copyLines(numbers: boolean): void {
    const state = session.getState()
    const rows = list.get()?.selectedRows()
    if (rows == null) return
    if (rows.to - rows.from > MAX_COPIED_LINES) {
      saving.ask('selection', 'too-much-to-copy')
      return
    }
    const view = shownView(state, state.selected)?.id ?? null
    const fold = state.folds.get(state.selected ?? '') ?? null
    void copy({ ...selectedRange(rows, { view, fold }), numbers }, begin())
  }

  async function copyEntry(): Promise<void> {
    const log = selectedLog(session.getState())
    const line = list.get()?.activeLine ?? null
    if (log === null || line === null) return
    const signal = begin()
    const entry = await entryOf(session, log, line, signal)
    if (signal.aborted) return
    if (entry === null) failed()
    else await copy({ view: null, ...entry, numbers: false }, signal)
  }

  return {
    lines: () => copyLines(false),
    numberedLines: () => copyLines(true),
    entry: () => void copyEntry(),
    hasSelection: () => !isInOtherLines() && (list.get()?.selectedRows() ?? null) !== null,
  }
}

/** Whether the focus is in lines beside those of the selected log: results, or a second log. */
function isInOtherLines(): boolean {
  const lines = document.activeElement?.closest('[data-lines]') ?? null
  return lines !== null && lines.closest('main') === null
}
