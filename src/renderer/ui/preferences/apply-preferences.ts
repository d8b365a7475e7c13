import { assertNever } from '../../../shared/assert-never.ts'
import type { Locale, Theme } from '../../../shared/bridge.ts'

/** The system asks for more contrast; in forced colours it brings its own instead. */
export const MORE_CONTRAST = '(prefers-contrast: more)'

/** Tells the document its language and theme; tokens.css and the browser's own widgets follow. */
export function applyPreferences(
  root: HTMLElement,
  locale: Locale,
  theme: Theme,
  wantsContrast: boolean,
): void {
  root.lang = locale
  setOrDelete(root, 'theme', schemeOf(theme))
  setOrDelete(root, 'contrast', theme === 'contrast' || wantsContrast ? 'more' : null)
}

/** The one scheme of a theme; null when it has both and the system decides. */
function schemeOf(theme: Theme): 'light' | 'dark' | null {
  switch (theme) {
    case 'light':
    case 'dark':
      return theme
    case 'system':
    case 'contrast':
      return null
    default:
      return assertNever(theme, 'theme')
  }
}

function setOrDelete(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete root.dataset[name]
  else root.dataset[name] = value
}
