import { stat } from 'node:fs/promises'
import process from 'node:process'
import {
  type GeneratorProgress,
  type StartGeneratorOptions,
  startGenerator,
} from '../generator/start-generator.ts'
import type { Sentences } from './sentences.ts'
import { untilSignal } from './until-signal.ts'
import { UsageError } from './usage-error.ts'

/** Writes the log until a signal comes or its lines are written; sentences go to stderr. */
export async function generate(options: StartGeneratorOptions, say: Sentences): Promise<void> {
  const { file } = options
  if (await isDirectory(file)) throw new UsageError(say.directory(file))
  const signalled = untilSignal()
  process.stderr.write(`${say.generating(file)}\n`)
  const generator = startGenerator(options)
  const ended = new Promise<void>((resolve) => {
    let before: GeneratorProgress['kind'] = 'running'
    generator.onChange((state) => {
      if (state.kind === 'failed') {
        process.stderr.write(`${say.cannotWrite(state.path, state.code)}\n`)
      } else if (state.kind === 'off') resolve()
      else if (before === 'failed') process.stderr.write(`${say.writesAgain(file)}\n`)
      before = state.kind
    })
  })
  await Promise.race([signalled, ended])
  await generator.close()
  process.stderr.write(`${say.generated(generator.lines)}\n`)
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    // Missing or out of reach: the generator says so itself and goes on when that has passed.
    return false
  }
}
