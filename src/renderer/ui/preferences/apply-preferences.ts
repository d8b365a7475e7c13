import type { Locale, Theme } from '../../../shared/bridge.ts'

/** Tells the document its language and theme; tokens.css and the browser's own widgets follow. */
export function applyPreferences(root: HTMLElement, locale: Locale, theme: Theme): void {
  root.lang = locale
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}
