import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What `npm start -- ...` was asked for: absolute paths, or why it cannot be done. */
export type StartArguments =
  | { readonly kind: 'files'; readonly files: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string }

/** How to start Rastro from its folder, in a line. */
export const START_USAGE = 'Usage: npm start [-- FILE | FOLDER | PATTERN...]'

/** Reads the arguments; relative paths are taken from `folder`. A file need not exist yet. */
export function startArguments(args: readonly string[], folder: string): StartArguments {
  let read: { values: { help?: boolean }; positionals: string[] }
  try {
    read = parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    // parseArgs names the option; its further lines are advice about its own syntax.
    const [first] = String(error instanceof Error ? error.message : error).split(/[.\n]/)
    return { kind: 'wrong', sentence: `${first}. ${START_USAGE}` }
  }
  if (read.values.help === true) return { kind: 'help' }
  const files = read.positionals.map((path) => resolve(folder, path))
  return { kind: 'files', files }
}
