import type { TFunction } from 'i18next'

/** "+12.431 linhas, 3 erros"; the errors are left out while there are none. */
export function pauseCountWords(t: TFunction, lines: number, errors: number): string {
  const lineWords = t('lines', { count: lines })
  if (errors === 0) return t('pause.count', { lines: lineWords })
  return t('pause.countWithErrors', {
    lines: lineWords,
    errors: t('errors', { count: errors }),
  })
}
