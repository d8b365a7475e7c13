import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { type AfterPackContext, Platform, build as pack } from 'electron-builder'
import { build } from './build.ts'

const ROOT = join(import.meta.dirname, '..')

/** Installers are made by tools that electron-builder fetches, and so is Electron when none is given. */
const ADVICE =
  'Without a network only the directory can be built: npm run dist -- --dir --electron-dist PATH.'

/** What to package, from what, and where to. */
export interface DistOptions {
  /** Only the unpacked directory, no installers. */
  readonly dir: boolean
  /** An Electron distribution, a folder or the official zip; downloaded when left out. */
  readonly electronDist?: string
  /** Folder for the results; `release` when left out. */
  readonly output?: string
}

/** Packages dist/ as it is with electron-builder.yml. Answers the paths of the artifacts. */
export async function dist(options: DistOptions): Promise<readonly string[]> {
  const { electronDist, output } = options
  if (electronDist !== undefined && !existsSync(electronDist)) {
    throw new Error(`There is no Electron distribution at ${electronDist}.`)
  }
  // Other systems need their own machine for signing and images.
  const platform = Platform.current()
  return await pack({
    projectDir: ROOT,
    publish: 'never',
    targets: options.dir ? platform.createTarget('dir') : platform.createTarget(),
    config: {
      afterExtract: removeDefaultApp,
      ...(electronDist === undefined ? {} : { electronDist: resolve(electronDist) }),
      ...(output === undefined ? {} : { directories: { output: resolve(output) } }),
    },
  })
}

/**
 * electron-builder cleans only a distribution that it downloaded itself: a given one keeps Electron's
 * own start page and version file, which nobody needs in the package.
 */
async function removeDefaultApp({ appOutDir, packager }: AfterPackContext): Promise<void> {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
  await rm(join(appOutDir, 'version'), { force: true })
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      'electron-dist': { type: 'string' },
      output: { type: 'string' },
    },
  })
  const given = values['electron-dist'] ?? process.env.ELECTRON_OVERRIDE_DIST_PATH
  await build()
  try {
    const artifacts = await dist({
      dir: values.dir,
      ...(given === undefined || given === '' ? {} : { electronDist: given }),
      ...(values.output === undefined ? {} : { output: values.output }),
    })
    for (const artifact of artifacts) process.stdout.write(`${artifact}\n`)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${said}\n\nNothing more was packed. ${ADVICE}\n`)
    process.exitCode = 1
  }
}
