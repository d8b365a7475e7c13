import type { Command } from '../commands/command.ts'

/** What goes from one list to the other, or is about both: the rest acts on the log under the keyboard. */
const BOTH_LISTS: ReadonlySet<string> = new Set([
  'focusLines',
  'split.focusSecond',
  'split.link',
  'split.swap',
  'split.turn',
])

/**
 * Whether a command that is given in the second list leaves it the second: it acts on the selected log
 * as little as on the other one.
 */
export function keepsList({ id }: Command): boolean {
  return BOTH_LISTS.has(id)
}
