import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'
import { tabBeside } from './tab-order.ts'

/** Tabs that have a key of their own: as many as there are digits. */
const NUMBERED_TABS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/**
 * Going from log to log. Browsers keep Ctrl+Tab and Ctrl+Page Up/Down in their tabs to themselves;
 * there the same keys with Alt do it.
 */
export function logCommands({ session, commands, tabs, bridge }: Page): readonly Command[] {
  const selected = () => session.getState().selected
  const hasOthers = () => tabs.get().length > 1
  const go = (by: number) => {
    const log = tabBeside(tabs.get(), selected(), by)
    if (log !== null) commands.select(log)
  }
  const move = (by: number) => {
    const log = selected()
    if (log !== null) tabs.move(log, tabs.get().indexOf(log) + by)
  }
  return [
    {
      id: 'tabs.openFolder',
      label: 'tabs.openFolder',
      group: 'commands.opening',
      chords: [{ key: 'o', mod: true, shift: true }],
      run: commands.openFolder,
      isAvailable: () => bridge !== undefined,
    },
    {
      id: 'tabs.next',
      label: 'tabs.next',
      group: 'tabs.group',
      chords: [
        { key: 'pagedown', mod: true },
        { key: 'pagedown', alt: true },
      ],
      repeats: true,
      run: () => go(1),
      isAvailable: hasOthers,
    },
    {
      id: 'tabs.previous',
      label: 'tabs.previous',
      group: 'tabs.group',
      chords: [
        { key: 'pageup', mod: true },
        { key: 'pageup', alt: true },
      ],
      repeats: true,
      run: () => go(-1),
      isAvailable: hasOthers,
    },
    {
      id: 'tabs.moveForward',
      label: 'tabs.moveForward',
      group: 'tabs.group',
      chords: [{ key: 'pagedown', alt: true, shift: true }],
      run: () => move(1),
      isAvailable: hasOthers,
    },
    {
      id: 'tabs.moveBack',
      label: 'tabs.moveBack',
      group: 'tabs.group',
      chords: [{ key: 'pageup', alt: true, shift: true }],
      run: () => move(-1),
      isAvailable: hasOthers,
    },
    {
      id: 'tabs.close',
      label: 'tabs.close',
      group: 'tabs.group',
      chords: [{ key: 'x', alt: true }],
      run: () => {
        const log = selected()
        if (log !== null) commands.closeLog(log)
      },
      isAvailable: () => selected() !== null,
    },
    ...NUMBERED_TABS.map(
      (number): Command => ({
        id: `tabs.go${number}`,
        label: 'tabs.go',
        values: { number },
        group: 'tabs.group',
        // Alt and Control with a digit label the selected text.
        chords: [{ key: String(number) }],
        run: () => {
          const log = tabs.get()[number - 1]
          if (log !== undefined) commands.select(log)
        },
        isAvailable: () => tabs.get().length >= Math.max(2, number),
      }),
    ),
  ]
}
