import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../shared/bridge.ts'
import { type KeyChoices, typesNothing } from '../shared/key-choices.ts'
import { acceleratorOf } from './accelerator.ts'

/** The part of a menu's entry that says its keys. */
export type EntryKeys = Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'>

/**
 * Says the keys of a command's entry: those that the user chose, none when he took them away, else
 * `usual`, unless he gave that to another command. What would type something in a field is shown and not
 * acted on: the page does that, where nobody types. macOS acts on all that its menus show, so that there
 * such keys are left out.
 */
export function createMenuKeys(choices: KeyChoices, platform: NodeJS.Platform) {
  const chosen = new Set(Object.values(choices).flat().map(acceleratorOf))
  return (command: Command, usual?: string): EntryKeys => {
    if (!Object.hasOwn(choices, command)) {
      return usual === undefined || chosen.has(usual) ? {} : { accelerator: usual }
    }
    const keys = (choices[command] ?? []).flatMap((chord) => {
      const accelerator = acceleratorOf(chord)
      return accelerator === null ? [] : [{ accelerator, acts: typesNothing(chord) }]
    })
    const [acting] = keys.filter(({ acts }) => acts)
    if (acting !== undefined) return { accelerator: acting.accelerator }
    const [shown] = keys
    if (shown === undefined || platform === 'darwin') return {}
    return { accelerator: shown.accelerator, registerAccelerator: false }
  }
}
