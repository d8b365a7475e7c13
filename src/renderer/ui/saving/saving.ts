import type { i18n } from 'i18next'
import type { Bridge } from '../../../shared/bridge.ts'
import { EXPORT_FILES } from '../../../shared/export-files.ts'
import { isIndexing } from '../../data/is-indexing.ts'
import { selectedLog, shownView } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'
import { createFormat } from '../../i18n/format.ts'
import type { LogList } from '../../list/log-list.ts'
import type { Dialogs } from '../dialogs/dialogs.ts'
import type { Bookmarks } from '../marks/bookmarks.ts'
import type { Notices } from '../notices/notices.ts'
import { createStore, type Store } from '../page/store.ts'
import { createBlobTarget } from './blob-target.ts'
import { bookmarkPieces } from './bookmark-pieces.ts'
import { download } from './download.ts'
import { type FetchedLines, fetchLines } from './fetch-lines.ts'
import { pickTarget } from './pick-target.ts'
import { saveName } from './save-name.ts'
import { type SaveEnd, saveNotice } from './save-notice.ts'
import { type SaveProgress, savePieces } from './save-pieces.ts'
import { type SaveRange, type Shown, saveRange } from './save-range.ts'
import type { SaveTarget } from './save-target.ts'
import type { SaveWhat, SaveWish } from './save-wish.ts'
import { selectedRange } from './selected-range.ts'

/**
 * Bytes that the page collects at most where it cannot write to a file as they come: what is larger
 * the browser saves by itself, whose own list of downloads then shows how far it is.
 */
const MAX_COLLECTED_BYTES = 256 * 1024 * 1024

/** How often the progress of a file is told, in ms. */
const PROGRESS_INTERVAL_MS = 100

/** The file that is being saved. */
export interface RunningSave extends SaveProgress {
  readonly name: string
  /** Lines that it will have; null while nobody knows. */
  readonly expected: number | null
}

/** Why the dialog asks what to save. */
export type SaveReason = 'asked' | 'too-much-to-copy'

/** Saves lines as files, one at a time. */
export interface Saving {
  /** Null while none is. */
  readonly running: Store<RunningSave | null>
  /** Asks what to save; `what` is chosen already, where there is any of it. */
  ask(what?: SaveWhat, reason?: SaveReason): void
  /** What can be saved now, and how many lines of each where that is known. */
  choices(): readonly { readonly what: SaveWhat; readonly lines: number | null }[]
  /** Whether there was something to save. */
  start(wish: SaveWish): boolean
  cancel(): void
}

export interface SavingParts {
  readonly session: Session
  readonly bridge: Bridge | undefined
  readonly bookmarks: Bookmarks
  readonly list: Store<LogList | null>
  readonly dialogs: Dialogs
  readonly notices: Notices
  readonly i18n: i18n
}

/** Something to save, ready to be asked for. */
interface Job {
  readonly name: string
  readonly wish: SaveWish
  readonly lines: number | null
  /** Where the browser can save it by itself; null for what only the page has. */
  readonly url: string | null
  /** About how many bytes it has; null where nobody can tell. */
  readonly bytes: number | null
  fetch(signal: AbortSignal): Promise<FetchedLines>
}

export function createSaving(parts: SavingParts): Saving {
  const { session, bridge, bookmarks, list, dialogs, notices } = parts
  const { t } = parts.i18n
  const running = createStore<RunningSave | null>(null)
  let cancelled = new AbortController()

  function shown(): Shown | null {
    const state = session.getState()
    const log = selectedLog(state)
    if (log === null) return null
    const view = shownView(state, log.id)
    const fold = state.folds.get(log.id) ?? null
    const rows = list.get()?.selectedRows() ?? null
    const selection = rows && selectedRange(rows, { view: view?.id ?? null, fold })
    return { log, view, selection, isFolded: fold?.kind === 'heads' }
  }

  function jobOf(wish: SaveWish): Job | null {
    const now = shown()
    if (now === null) return null
    const { what, format, numbers } = wish
    const word = what === 'log' ? '' : t(`saving.word.${what}`)
    const name = saveName(now.log.name, word, format)
    if (what === 'bookmarks') {
      const marks = bookmarks.of(now.log)
      if (marks.length === 0) return null
      return {
        name,
        wish,
        lines: marks.length,
        url: null,
        bytes: null,
        fetch: async (signal) => ({
          kind: 'ok',
          pieces: bookmarkPieces(session, now.log.id, marks, { format, numbers }, signal),
        }),
      }
    }
    const range = saveRange(what, now)
    if (range === null) return null
    const url = session.exportUrl(range.log, { ...range, format, numbers })
    return {
      name,
      wish,
      lines: range.lines,
      url,
      bytes: bytesOf(range, now),
      fetch: (signal) => fetchLines(url, signal),
    }
  }

  async function run(job: Job): Promise<void> {
    const { format } = job.wish
    const picked = bridge === undefined ? await pickTarget(job.name) : null
    if (picked === 'cancelled') return
    if (picked === null && job.url !== null && (job.bytes ?? 0) > MAX_COLLECTED_BYTES) {
      return leaveToBrowser(job, job.url)
    }
    const { mediaType } = EXPORT_FILES[format]
    const target = picked ?? createBlobTarget(job.name, mediaType)
    const maxBytes = picked === null ? MAX_COLLECTED_BYTES : Number.POSITIVE_INFINITY
    const outcome = await save(job, target, maxBytes)
    if (outcome.kind === 'too-large' && job.url !== null) leaveToBrowser(job, job.url)
    else tell(job, outcome)
  }

  async function save(job: Job, target: SaveTarget, maxBytes: number): Promise<SaveEnd> {
    cancelled = new AbortController()
    const { signal } = cancelled
    const start = { name: job.name, expected: job.lines, bytes: 0, lines: 0 }
    running.set(start)
    let toldAt = 0
    try {
      const fetched = await job.fetch(signal)
      if (fetched.kind === 'refused') {
        await target.discard()
        return signal.aborted ? { kind: 'cancelled' } : fetched
      }
      return await savePieces(fetched.pieces, target, {
        signal,
        heads: job.wish.format === 'csv' ? 1 : 0,
        maxBytes,
        onProgress(progress) {
          const now = Date.now()
          if (now - toldAt < PROGRESS_INTERVAL_MS) return
          toldAt = now
          running.set({ ...start, ...progress })
        },
      })
    } finally {
      running.set(null)
    }
  }

  function leaveToBrowser({ name }: Job, url: string): void {
    download(url, name)
    notices.show({
      tone: 'info',
      title: t('saving.byBrowser'),
      text: t('saving.byBrowser.text', { name }),
    })
  }

  function tell({ name }: Job, end: SaveEnd): void {
    const format = createFormat(parts.i18n.language === 'pt-BR' ? 'pt-BR' : 'en')
    notices.show(saveNotice(t, format, name, end))
  }

  return {
    running,
    ask(what, reason = 'asked') {
      const wanted =
        what ?? (shownView(session.getState(), session.getState().selected) ? 'view' : 'log')
      dialogs.set({ kind: 'save', what: wanted, reason })
    },
    choices() {
      const now = shown()
      if (now === null) return []
      const ranges = (['log', 'view', 'selection'] as const).flatMap((what) => {
        const range = saveRange(what, now)
        return range === null ? [] : [{ what, lines: range.lines }]
      })
      const marks = bookmarks.of(now.log).length
      return marks === 0 ? ranges : [...ranges, { what: 'bookmarks' as const, lines: marks }]
    },
    start(wish) {
      const job = running.get() === null ? jobOf(wish) : null
      if (job === null) return false
      void run(job)
      return true
    },
    cancel: () => cancelled.abort(),
  }
}

/** About how large a range is, by the share of the log's lines in it; a row may be a whole entry. */
function bytesOf({ lines }: SaveRange, { log }: Shown): number | null {
  if (lines === null) return log.bytes
  if (isIndexing(log) || log.end <= log.first) return log.bytes
  return (log.bytes / (log.end - log.first)) * lines
}
