/** What was asked for on the command line cannot be done; `message` is a sentence in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
