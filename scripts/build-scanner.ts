import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import asc from 'assemblyscript/asc'

const ROOT = join(import.meta.dirname, '..')
const SOURCE = 'src/server/engine/assembly/index.ts'

/** The committed module: sources run as they are, without a build. */
const TARGET = join(ROOT, 'src/server/engine/scan/scanner-wasm.ts')

/** Compiles the scanner's kernels. Throws what the compiler says of them. */
export async function compileScanner(): Promise<Uint8Array> {
  let binary: Uint8Array | null = null
  const { error, stderr } = await asc.main(
    [
      SOURCE,
      ...['--outFile', 'scanner.wasm', '--baseDir', ROOT],
      ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
      // The host lays the memory out and hands it in; no data of the module lies in it.
      ...['--importMemory', '--noExportMemory'],
    ],
    {
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') binary = contents
      },
    },
  )
  if (error !== null || binary === null) throw new Error(`The scanner does not compile:\n${stderr}`)
  return binary
}

/** The text of scanner-wasm.ts for these bytes. */
export function moduleText(wasm: Uint8Array): string {
  return [
    '/** The kernels of engine/assembly, compiled by scripts/build-scanner.ts, in base64. */',
    `export const SCANNER_WASM =\n  '${Buffer.from(wasm).toString('base64')}'\n`,
  ].join('\n')
}

/** Writes scanner-wasm.ts anew when the kernels have changed. */
export async function buildScanner(): Promise<void> {
  const text = moduleText(await compileScanner())
  const before = await readFile(TARGET, 'utf8').catch(() => null)
  if (text === before) return
  await writeFile(TARGET, text)
  process.stdout.write('Built the scanner anew: commit scanner-wasm.ts.\n')
}

if (import.meta.main) await buildScanner()
