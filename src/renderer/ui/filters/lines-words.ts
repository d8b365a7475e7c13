import type { TFunction } from 'i18next'
import type { LineRange } from '../../../shared/views.ts'
import type { Format } from '../../i18n/format.ts'

/** Which lines are shown, counted from 1 and with the last one that belongs to them. */
export function linesWords(t: TFunction, format: Format, { from, to }: LineRange): string {
  const first = format.number(from + 1)
  return to === null
    ? t('filters.linesFrom', { first })
    : t('filters.lines', { first, last: format.number(to) })
}
