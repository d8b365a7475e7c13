import type { TFunction } from 'i18next'
import type { News } from './news.ts'

/** What is new, in words; empty when nothing is. */
export function newsWords(t: TFunction, { lines, errors }: News): string {
  if (errors > 0) return t('news.errors', { count: errors })
  return lines ? t('news.lines') : ''
}
