import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { type Plugin, type RolldownOptions, rolldown } from 'rolldown'
import { build as buildWithVite } from 'vite'
import { buildScanner } from './build-scanner.ts'
import { bundleThread, threadInside } from './bundle-thread.ts'

const ROOT = join(import.meta.dirname, '..')

/** What the sources ask for their version. */
const VERSION_VARIABLE = 'process.env.RASTRO_VERSION'

interface Bundle {
  readonly entry: string
  readonly file: string
  readonly format: 'es' | 'cjs'
  readonly external?: readonly string[]
}

/**
 * Each is one file with all it needs inside, so that the headless server and the package need no
 * node_modules. Electron is the runtime's own module.
 */
const BUNDLES: readonly Bundle[] = [
  { entry: 'src/server/cli.ts', file: 'dist/server/cli.js', format: 'es' },
  { entry: 'src/main/main.ts', file: 'dist/main/main.js', format: 'es', external: ['electron'] },
  // A sandboxed preload can only be CommonJS.
  {
    entry: 'src/main/preload.ts',
    file: 'dist/main/preload.cjs',
    format: 'cjs',
    external: ['electron'],
  },
]

/**
 * Packages that Express brings four times over, because another tool's older version has their place
 * at the top of node_modules: three copies of the table of media types were 6 MB of the server's
 * memory.
 */
const ONCE: Readonly<Record<string, string>> = {
  'mime-types': folderOf('mime-types', 'express'),
  'mime-db': folderOf('mime-db', 'express'),
}

/** Where `dependent` finds its dependency `name`. */
function folderOf(name: string, dependent: string): string {
  const { resolve } = createRequire(join(ROOT, 'node_modules', dependent, 'package.json'))
  return dirname(resolve(`${name}/package.json`))
}

/** Builds the page, the headless server and the shell into dist/. Throws what the bundlers throw. */
export async function build(): Promise<void> {
  const started = performance.now()
  await mkdir(join(ROOT, 'dist'), { recursive: true })
  await buildScanner()
  const inside = [versionInside(await packageVersion()), threadInside(await bundleThread())]
  await Promise.all([page(), examples(), notices(), ...BUNDLES.map((one) => bundle(one, inside))])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`Built dist/ in ${seconds} s.\n`)
}

async function page(): Promise<void> {
  const root = join(ROOT, 'src/renderer')
  await buildWithVite({ root, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
}

async function examples(): Promise<void> {
  await rm(join(ROOT, 'dist/examples'), { recursive: true, force: true })
  await cp(join(ROOT, 'examples'), join(ROOT, 'dist/examples'), { recursive: true })
}

/** The font's licence asks to go wherever the font goes. */
async function notices(): Promise<void> {
  await cp(join(ROOT, 'LICENSES.md'), join(ROOT, 'dist/LICENSES.md'))
}

async function bundle(one: Bundle, inside: readonly Plugin[]): Promise<void> {
  const options: RolldownOptions = {
    cwd: ROOT,
    input: one.entry,
    platform: 'node',
    external: [...(one.external ?? [])],
    tsconfig: false,
    plugins: [...inside],
    resolve: { alias: ONCE },
    logLevel: 'warn',
  }
  const bundled = await rolldown(options)
  await bundled.write({
    file: join(ROOT, one.file),
    format: one.format,
    codeSplitting: false,
  })
  await bundled.close()
}

/**
 * Puts the version in place of the variable. A `define` would miss it: `process` is imported from
 * node:process there, and only the global one counts as the name.
 */
function versionInside(version: string): Plugin {
  return {
    name: 'version-inside',
    transform: {
      filter: { id: /[\\/]src[\\/]/, code: VERSION_VARIABLE },
      handler: (code) => code.replaceAll(VERSION_VARIABLE, JSON.stringify(version)),
    },
  }
}

async function packageVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  return version
}

if (import.meta.main) await build()
