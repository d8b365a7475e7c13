import type { i18n } from 'i18next'
import type { LogId } from '../../../shared/log-id.ts'
import type { Session } from '../../data/session.ts'
import type { LogList } from '../../list/log-list.ts'
import type { LogTimes } from '../histogram/log-times.ts'
import { timeOfLine } from '../histogram/time-of-line.ts'
import type { Notices } from '../notices/notices.ts'
import { createStore, type Store } from '../page/store.ts'

/** What elapsed time is told from. */
export type ElapsedMode =
  | { readonly kind: 'off' }
  /** The line above each. */
  | { readonly kind: 'previous' }
  /** A line of one log, whose time is `ms` since 1970; lines of other logs are told from none. */
  | { readonly kind: 'since'; readonly log: LogId; readonly ms: number }

/** Whether, and from what, elapsed time is told beside the lines. */
export interface Elapsed {
  readonly mode: Store<ElapsedMode>
  /** Tells it from the active line from now on; one without a time becomes a notice. */
  countFromActiveLine(): Promise<void>
}

export interface ElapsedParts {
  readonly session: Session
  readonly times: LogTimes
  readonly list: Store<LogList | null>
  readonly notices: Notices
  readonly i18n: i18n
}

/** Off at first: the column takes room from the lines. */
export function createElapsed({ session, times, list, notices, i18n }: ElapsedParts): Elapsed {
  const mode = createStore<ElapsedMode>({ kind: 'off' })
  return {
    mode,
    async countFromActiveLine() {
      const log = session.getState().selected
      const line = list.get()?.activeLine ?? null
      if (log === null || line === null) return
      if (times.get(log) === null) await times.ask(log)
      const ms = await timeOfLine(times, log, session.lines, line)
      if (ms !== null) mode.set({ kind: 'since', log, ms })
      else {
        notices.show({
          tone: 'info',
          title: i18n.t('elapsed.noTime'),
          text: i18n.t('elapsed.noTimeText'),
        })
      }
    },
  }
}
