import { Command } from 'commander'
import { DEFAULT_INTERVAL_MS } from '../generator/start-generator.ts'
import type { Sentences } from './sentences.ts'
import { UsageError } from './usage-error.ts'

/** What the commands do; options come unchecked, as texts. */
export interface Actions {
  serve(files: readonly string[], options: unknown): Promise<void>
  generate(options: unknown): Promise<void>
}

/** The command line as commander knows it: it throws its errors instead of printing them. */
export function createProgram(version: string, say: Sentences, actions: Actions): Command {
  const program = new Command('rastro')
    .description(say.program)
    .version(version, '-V, --version', say.version)
    .helpOption('-h, --help', say.help)
    .helpCommand('help [command]', say.helpCommand)
    .configureHelp({
      styleTitle: (title) => say.titles[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' ? `${description} (${defaultValue})` : description,
    })
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined })
    .exitOverride()

  const tokenOptions = new Set<string>()
  const serve = program
    .command('serve')
    .description(say.serve)
    .helpOption('-h, --help', say.help)
    .argument('<FILE...>', say.serveFile)
    .option('--host <HOST>', say.host, '127.0.0.1')
    .option('--port <PORT>', say.port, '8000')
    .option('--token <TOKEN>', say.token)
    .option('--no-token', say.noToken)
    .option('--allow-origin <ORIGIN>', say.allowOrigin, collect, [])
    .option('--cache-folder <FOLDER>', say.cacheFolder)
    .option('--no-cache', say.noCache)
    .option('--json', say.json)
    .action(async (files: string[], options: unknown) => {
      if (tokenOptions.size > 1) throw new UsageError(say.tokenTwice)
      await actions.serve(files, options)
    })
  for (const event of ['option:token', 'option:no-token']) {
    serve.on(event, () => tokenOptions.add(event))
  }

  program
    .command('generate')
    .description(say.generate)
    .helpOption('-h, --help', say.help)
    .option('--file <FILE>', say.file, 'teste.log')
    // No default of commander's here: given or not makes a difference beside --rate.
    .option('--interval <MS>', `${say.interval} (${DEFAULT_INTERVAL_MS})`)
    .option('--rate <LINES_PER_S>', say.rate)
    .option('--format <FORMAT>', say.format, 'plain')
    .option('--lines <N>', say.lines)
    .action(async (options: unknown) => actions.generate(options))
  return program
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
