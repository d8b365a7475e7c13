import { type Locale, type Theme, theme as themes } from '../../../shared/bridge.ts'
import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'
import { DEFAULT_TEXT_PX, resized, spacing as spacings } from './text-look.ts'

const LOCALES: readonly Locale[] = ['pt-BR', 'en']

/** How the page looks, for the palette: theme, text and language. */
export function preferencesCommands({ preferences, textLook }: Page): readonly Command[] {
  const resize = (by: number) => () => textLook.set(resized(textLook.get(), by))
  return [
    {
      id: 'text.larger',
      label: 'commands.textLarger',
      group: 'commands.look',
      chords: [{ key: '+' }, { key: '=' }],
      repeats: true,
      run: resize(1),
    },
    {
      id: 'text.smaller',
      label: 'commands.textSmaller',
      group: 'commands.look',
      chords: [{ key: '-' }],
      repeats: true,
      run: resize(-1),
    },
    {
      id: 'text.reset',
      label: 'commands.textReset',
      group: 'commands.look',
      chords: [{ key: '0' }],
      run: () => textLook.set({ ...textLook.get(), sizePx: DEFAULT_TEXT_PX }),
    },
    {
      id: 'text.wrap',
      label: 'commands.wrap',
      group: 'commands.look',
      chords: [{ key: 'w' }],
      run: () => textLook.set({ ...textLook.get(), wrap: !textLook.get().wrap }),
    },
    ...spacings.options.map(
      (spacing): Command => ({
        id: `text.spacing.${spacing}`,
        label: `commands.spacing.${spacing}`,
        group: 'commands.look',
        chords: [],
        run: () => textLook.set({ ...textLook.get(), spacing }),
      }),
    ),
    ...themes.options.map(
      (theme: Theme): Command => ({
        id: `theme.${theme}`,
        label: `commands.theme.${theme}`,
        group: 'commands.look',
        chords: [],
        run: () => preferences.change({ theme }),
      }),
    ),
    ...LOCALES.map(
      (locale): Command => ({
        id: `language.${locale}`,
        label: `commands.language.${locale}`,
        group: 'commands.look',
        chords: [],
        run: () => preferences.change({ locale }),
      }),
    ),
  ]
}
