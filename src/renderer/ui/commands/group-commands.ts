import type { TextKey } from '../../i18n/en.ts'
import type { Command } from './command.ts'

/** The commands by the title of their section, in the order in which the sections first appear. */
export function groupCommands(
  commands: readonly Command[],
): readonly (readonly [title: TextKey, commands: readonly Command[]])[] {
  return [...Map.groupBy(commands, (command) => command.group)]
}
