import type { Locale } from '../../shared/bridge.ts'

/** The first of the user's languages that Rastro speaks; English when it speaks none. */
export function systemLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const primary = language.toLowerCase().split('-')[0]
    if (primary === 'pt') return 'pt-BR'
    if (primary === 'en') return 'en'
  }
  return 'en'
}
