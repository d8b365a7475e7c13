import type { TFunction } from 'i18next'
import type { Tally } from './tally.ts'

/** "42 linhas novas, 2 erros": what came between two looks at the same log; empty when nothing did. */
export function announcementOf(t: TFunction, last: Tally | null, next: Tally | null): string {
  if (last === null || next === null || last.log !== next.log || next.lines <= last.lines) return ''
  const lines = t('newLines', { count: next.lines - last.lines })
  const errors = next.errors - last.errors
  if (errors <= 0) return t('announce.lines', { lines })
  return t('announce.linesWithErrors', { lines, errors: t('errors', { count: errors }) })
}
