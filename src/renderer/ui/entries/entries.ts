import type { i18n } from 'i18next'
import type { FoldAnswer, Folding } from '../../data/folding.ts'
import type { Session } from '../../data/session.ts'
import type { Notices } from '../notices/notices.ts'

export interface EntriesParts {
  readonly session: Session
  readonly folding: Folding
  readonly notices: Notices
  readonly i18n: i18n
}

/** What the user does with the entries of the selected log; what could not be done becomes a notice. */
export interface Entries {
  /** Folds the entry of a line, or unfolds it. */
  toggleAt(line: number): void
  /** Folds all entries, or unfolds them. */
  toggleAll(): void
}

export function createEntries({ session, folding, notices, i18n }: EntriesParts): Entries {
  const { t } = i18n

  async function tell(work: Promise<FoldAnswer>, single: string): Promise<void> {
    const answer = await work
    if (answer === 'single') {
      notices.show({ tone: 'info', title: t('entries.nothing'), text: single })
    }
    if (answer === 'failed') {
      notices.show({ tone: 'danger', title: t('entries.failed'), text: t('entries.failed.text') })
    }
  }

  return {
    toggleAt(line) {
      const { selected } = session.getState()
      if (selected !== null) void tell(folding.toggleAt(selected, line), t('entries.single'))
    },
    toggleAll() {
      const { selected } = session.getState()
      if (selected !== null) void tell(folding.toggleAll(selected), t('entries.none'))
    },
  }
}
