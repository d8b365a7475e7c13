/** The headless entry: `rastro serve` and `rastro generate`. Importing it runs the command line. */
import process from 'node:process'
import { CommanderError } from 'commander'
import { cliLanguage } from './cli/cli-language.ts'
import { generate } from './cli/generate.ts'
import { generateOptions } from './cli/generate-options.ts'
import { parseFailure } from './cli/parse-failure.ts'
import { createProgram } from './cli/program.ts'
import { sentencesIn } from './cli/sentences.ts'
import { serve } from './cli/serve.ts'
import { serveOptions } from './cli/serve-options.ts'
import { keepYoungGenerationSmall } from './cli/small-young-generation.ts'
import { UsageError } from './cli/usage-error.ts'
import { createPinoLog } from './own-log-pino.ts'
import { version } from './version.ts'

/** What was asked for cannot be done: a mistake in the arguments, a taken port. */
const EXIT_USAGE = 2
/** Something failed that nobody expected. */
const EXIT_FAILURE = 1

keepYoungGenerationSmall()
const say = sentencesIn(cliLanguage(process.env))
const ownLog = createPinoLog()

/** The one handler for what nobody expected: it is shown, and the process ends. */
function fail(error: unknown): never {
  const stack = error instanceof Error ? error.stack : String(error)
  ownLog.error('Unexpected failure.', { stack })
  ownLog.flush()
  process.exit(EXIT_FAILURE)
}

const program = createProgram(version(), say, {
  serve: (files, options) =>
    serve(serveOptions(files, options, process.env.RASTRO_TOKEN, process.cwd(), say), say, ownLog),
  generate: (options) => generate(generateOptions(options, process.cwd(), say), say),
})

function endWith(error: unknown): never {
  if (error instanceof CommanderError && error.exitCode === 0) process.exit(0)
  if (error instanceof CommanderError) {
    process.stderr.write(`${parseFailure(error, say)}\n`)
    process.exit(EXIT_USAGE)
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(EXIT_USAGE)
  }
  return fail(error)
}

process.on('uncaughtException', fail)
try {
  await program.parseAsync()
  ownLog.flush()
  process.exit(0)
} catch (error) {
  endWith(error)
}
