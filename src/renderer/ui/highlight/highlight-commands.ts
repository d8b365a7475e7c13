import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'
import { LABEL_COLOURS } from './label-colour.ts'

/** What the user can do with colours in the lines. */
export function highlightCommands({ highlighting, dialogs }: Page): readonly Command[] {
  const { syntax, labels, selectedText, compact } = highlighting
  return [
    {
      id: 'highlight.rules',
      label: 'highlight.open',
      group: 'highlight.group',
      chords: [{ key: 'h', alt: true }],
      run: () => dialogs.set({ kind: 'colours' }),
    },
    ...LABEL_COLOURS.map((colour): Command => {
      const key = String(colour)
      return {
        id: `label${colour}`,
        label: 'highlight.labelSelected',
        values: { colour },
        group: 'highlight.group',
        // Most browsers keep Control with a digit for their tabs.
        chords: [
          { key, mod: true },
          { key, alt: true },
        ],
        run: () => labels.toggle(selectedText.get(), colour),
        isAvailable: () => selectedText.get() !== '',
      }
    }),
    {
      id: 'clearLabels',
      label: 'highlight.clearLabels',
      group: 'highlight.group',
      chords: [{ key: '0', alt: true }],
      run: labels.clear,
      isAvailable: () => labels.get().length > 0,
    },
    {
      id: 'toggleSyntax',
      label: 'highlight.toggleSyntax',
      group: 'highlight.group',
      chords: [],
      run: () => syntax.set(!syntax.get()),
    },
    {
      id: 'toggleCompact',
      label: 'highlight.toggleCompact',
      group: 'highlight.group',
      chords: [{ key: 'j', alt: true }],
      run: () => compact.set(!compact.get()),
    },
  ]
}
