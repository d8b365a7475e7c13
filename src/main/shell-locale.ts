import type { Locale, Settings } from '../shared/bridge.ts'

/** The language of menus and dialogs: the chosen one, else the system's first that Rastro speaks. */
export function shellLocale(settings: Settings, systemLanguages: readonly string[]): Locale {
  if (settings.locale !== null) return settings.locale
  for (const language of systemLanguages) {
    const primary = language.toLowerCase().split(/[-_]/)[0]
    if (primary === 'pt') return 'pt-BR'
    if (primary === 'en') return 'en'
  }
  return 'en'
}
