import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { bundleThread, threadInside } from '../scripts/bundle-thread.ts'

/**
 * Bundles a program of bench/programs into one file in `folder`, with the engine's threads inside, as
 * the headless server is bundled: what is measured is what users run. Answers the file's path.
 */
export async function bundleProgram(name: string, folder: string): Promise<string> {
  const bundled = await rolldown({
    cwd: join(import.meta.dirname, '..'),
    input: `bench/programs/${name}.ts`,
    platform: 'node',
    tsconfig: false,
    plugins: [threadInside(await bundleThread())],
    logLevel: 'warn',
  })
  const file = join(folder, `${name}.mjs`)
  await bundled.write({ file, format: 'es', codeSplitting: false })
  await bundled.close()
  return file
}
