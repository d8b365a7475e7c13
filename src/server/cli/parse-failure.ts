import type { CommanderError } from 'commander'
import type { Sentences } from './sentences.ts'

/** The user's sentence for what commander found wrong in the arguments. */
export function parseFailure(error: CommanderError, say: Sentences): string {
  // Commander quotes the culprit: "error: unknown option '--x'".
  const culprit = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownOption':
      return say.unknownOption(culprit)
    case 'commander.unknownCommand':
      return say.unknownCommand(culprit)
    case 'commander.optionMissingArgument':
      return say.missingValue(culprit)
    case 'commander.missingArgument':
      return say.noFile
    case 'commander.excessArguments':
      return say.tooMany
    case 'commander.help':
      return say.noCommand
    default:
      return error.message
  }
}
