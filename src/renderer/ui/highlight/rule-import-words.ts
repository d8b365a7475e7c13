import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { RuleImport } from './import-rules.ts'
import { MAX_RULES } from './rules.ts'

/** What became of a file of rules, as a sentence. */
export function ruleImportWords(t: TFunction, outcome: RuleImport): string {
  switch (outcome.kind) {
    case 'imported':
      return outcome.added === 0
        ? t('highlight.importedNone')
        : t('highlight.imported', { count: outcome.added })
    case 'foreign':
      return t('highlight.importForeign')
    case 'filters':
      return t('highlight.importFilters')
    case 'newer':
      return t('highlight.importNewer')
    case 'broken':
      return outcome.place === null
        ? t('highlight.importBroken')
        : t('highlight.importBrokenRule', { place: outcome.place })
    case 'full':
      return t('highlight.importFull', { max: MAX_RULES })
    case 'unreadable':
      return t('highlight.importUnreadable')
    default:
      return assertNever(outcome, 'outcome of an import')
  }
}
