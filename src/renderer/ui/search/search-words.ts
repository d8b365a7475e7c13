import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Format } from '../../i18n/format.ts'
import { refusalWords } from '../notices/refusal-words.ts'
import type { SearchRefusal, Visit } from './log-search.ts'
import { mistakeOf } from './mistake-of.ts'
import type { SearchStatus } from './search-status.ts'

/** How many there are, short: it stands in the field. */
export function countWords(
  t: TFunction,
  format: Format,
  status: SearchStatus,
  visit: { readonly at: number } | null,
): string {
  switch (status.kind) {
    case 'none':
    case 'refused':
    case 'asking':
      return ''
    case 'searching':
    case 'found':
    case 'stopped':
    case 'failed': {
      const { kind, count } = status
      if (count === 0) return kind === 'found' ? format.number(0) : ''
      const more = kind === 'found' ? '' : '+'
      if (visit === null) return `${format.number(count)}${more}`
      const at = format.number(visit.at)
      return t('search.of', { at, total: `${format.number(count)}${more}` })
    }
    default:
      return assertNever(status, 'status of a search')
  }
}

/** What the results are, as a sentence: it stands above them. */
export function statusWords(t: TFunction, format: Format, status: SearchStatus): string {
  switch (status.kind) {
    case 'none':
      return ''
    case 'refused':
      return t('search.before')
    case 'asking':
      return t('search.searching')
    case 'searching':
      return t('search.soFar', {
        lines: t('search.lines', { count: status.count }),
        percent: format.percent(status.share),
      })
    case 'found':
      return status.count === 0 ? t('search.none') : t('search.lines', { count: status.count })
    case 'stopped':
      return t('search.stopped', {
        lines: t('search.lines', { count: status.count }),
        percent: format.percent(status.share),
      })
    case 'failed':
      return t('search.failed', { lines: t('search.lines', { count: status.count }) })
    default:
      return assertNever(status, 'status of a search')
  }
}

/** Why there is no search, as a sentence. */
export function searchRefusalWords(t: TFunction, refusal: SearchRefusal): string {
  if (refusal.kind === 'refused') return refusalWords(t, refusal.error)
  const mistake = mistakeOf(refusal.message)
  return mistake === null
    ? t('search.mistake.other', { message: refusal.message })
    : t(`search.mistake.${mistake}`)
}

/** Where a walk arrived that went on from the other end; empty when it did not. */
export function wrappedWords(t: TFunction, visit: Visit | null): string {
  return visit?.wrapped == null ? '' : t(`search.wrapped.${visit.wrapped}`)
}
