import type { TFunction } from 'i18next'
import type { Command } from './command.ts'

/** What the command is called in the user's language. */
export function commandName(t: TFunction, { label, values }: Command): string {
  return t(label, { defaultValue: label, ...values })
}
