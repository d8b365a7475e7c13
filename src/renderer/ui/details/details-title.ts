import type { TFunction } from 'i18next'
import type { Format } from '../../i18n/format.ts'
import type { EntryText } from './entry-text.ts'

/** Which line or lines the pane shows, in words. */
export function detailsTitle(t: TFunction, format: Format, { from, lines }: EntryText): string {
  const first = format.number(from + 1)
  if (lines.length === 1) return t('structure.line', { line: first })
  return t('structure.lines', { from: first, to: format.number(from + lines.length) })
}
