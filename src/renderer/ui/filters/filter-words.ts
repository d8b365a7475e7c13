import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Format } from '../../i18n/format.ts'
import type { FilterStatus } from './filter-status.ts'

/** What the bar says of a filter, as a sentence; empty when there is nothing to say. */
export function filterWords(t: TFunction, format: Format, status: FilterStatus): string {
  switch (status.kind) {
    case 'none':
      return ''
    case 'opening':
      return t('filters.opening')
    case 'scanning': {
      const share = format.percent(status.share)
      return t('filters.scanning', { count: status.shown, share })
    }
    case 'current': {
      const { shown, lines } = status
      return t('filters.current', {
        shown: format.number(shown),
        count: lines,
        hidden: t('filters.hidden', { count: lines - shown }),
      })
    }
    case 'lifted':
      return t('filters.lifted', { count: status.hidden, hidden: format.number(status.hidden) })
    case 'invalid': {
      const { at, message } = status.query
      return at === null
        ? t('filters.invalid', { message })
        : t('filters.invalidAt', { message, at: format.number(at + 1) })
    }
    case 'refused':
      return t(`filters.refused.${status.reason}`)
    case 'failed':
      return t(`filters.failed.${status.reason}`)
    default:
      return assertNever(status, 'status of a filter')
  }
}
