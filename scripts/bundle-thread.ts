import { join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

const ROOT = join(import.meta.dirname, '..')
const ENTRY = 'src/server/engine/threads/engine-thread.ts'

/**
 * The code of the engine's threads as one text, CommonJS as a thread started from a text wants it. A
 * text, not a file: a bundle can be copied anywhere, and lies in an archive in the package.
 */
export async function bundleThread(): Promise<string> {
  const bundled = await rolldown({
    cwd: ROOT,
    input: ENTRY,
    platform: 'node',
    tsconfig: false,
    logLevel: 'warn',
  })
  const { output } = await bundled.generate({ format: 'cjs', codeSplitting: false, minify: true })
  await bundled.close()
  return output[0].code
}

/** Puts that text in place of the module that says where the sources have it. */
export function threadInside(text: string): Plugin {
  return {
    name: 'thread-inside',
    load: {
      filter: { id: /[\\/]engine[\\/]threads[\\/]thread-code\.ts$/ },
      handler: () => `export const threadCode = { kind: 'text', text: ${JSON.stringify(text)} }\n`,
    },
  }
}
