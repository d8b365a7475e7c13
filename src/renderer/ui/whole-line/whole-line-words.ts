import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { LineLoading } from '../../data/whole-line.ts'
import { refusalWords } from '../notices/refusal-words.ts'

/** What stands below the text of a line; empty when it needs no words. */
export function wholeLineWords(t: TFunction, loading: LineLoading): string {
  switch (loading.kind) {
    case 'more':
    case 'whole':
      return ''
    case 'loading':
      return t('wholeLine.loading')
    case 'limit':
      return t('wholeLine.limit')
    case 'failed':
      return failureWords(t, loading.reason)
    default:
      return assertNever(loading, 'state of loading')
  }
}

function failureWords(
  t: TFunction,
  reason: Extract<LineLoading, { kind: 'failed' }>['reason'],
): string {
  if (reason === 'changed') return t('wholeLine.changed')
  // Its file was rewritten or rotated away, or its log was closed.
  if (reason === 'not-found' || reason === 'not-available') return t('wholeLine.gone')
  return `${t('wholeLine.failed')} ${refusalWords(t, reason)}`
}
