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

/**
 * What the next announcement is measured against: what is there when the watching begins, once the
 * index is whole, because lines that it finds did not come just now.
 */
export function baselineOf(last: Tally | null, now: Tally | null): Tally | null {
  if (now === null) return null
  if (last?.log === now.log) return last
  return now.isWhole ? now : null
}
