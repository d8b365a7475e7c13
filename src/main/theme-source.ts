import type { NativeTheme } from 'electron'
import type { Theme } from '../shared/bridge.ts'

/** What the system's own widgets follow: high contrast is light or dark as the system is. */
export function themeSource(theme: Theme): NativeTheme['themeSource'] {
  return theme === 'contrast' ? 'system' : theme
}
