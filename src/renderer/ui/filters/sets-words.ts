import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { ImportOutcome } from './import-sets.ts'

/** What became of a file of sets, as a sentence. */
export function setsWords(t: TFunction, outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case 'imported':
      return t('sets.imported', { count: outcome.sets })
    case 'foreign':
      return t('sets.foreign')
    case 'newer':
      return t('sets.newer')
    case 'broken':
      return t('sets.broken')
    case 'full':
      return t('sets.full')
    case 'unreadable':
      return t('sets.unreadable')
    default:
      return assertNever(outcome, 'outcome of an import')
  }
}
