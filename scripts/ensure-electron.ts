import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { hasDisplay } from './has-display.ts'
import { runChild } from './run-child.ts'

/** The runtime is an archive of about 120 MB: longer than this is no start any more. */
const DOWNLOAD_TIMEOUT_MS = 60_000

/** The program to start, or why there will be no Electron window. */
export type ElectronStart =
  | { readonly kind: 'ready'; readonly path: string }
  | { readonly kind: 'impossible'; readonly reason: string }

/**
 * Finds the Electron runtime or has the package's own script fetch it. Asks for a display first:
 * without one the download would be for nothing.
 */
export async function ensureElectron(root: string): Promise<ElectronStart> {
  if (!hasDisplay()) {
    return impossible('there is no display (DISPLAY and WAYLAND_DISPLAY are not set)')
  }
  const found = installedElectron(root)
  if (found !== null) return { kind: 'ready', path: found }
  const install = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(install)) return impossible('the electron package is not installed')
  process.stdout.write('Fetching the Electron runtime (once).\n')
  const code = await runChild(process.execPath, [install], {
    cwd: root,
    quiet: true,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  })
  const fetched = installedElectron(root)
  if (fetched !== null) return { kind: 'ready', path: fetched }
  return impossible(code === 0 ? 'its runtime is not there' : 'its runtime could not be downloaded')
}

function impossible(reason: string): ElectronStart {
  return { kind: 'impossible', reason }
}

/**
 * The program that the electron package fetched, by the file in which the package itself notes it;
 * null when it is not there. Importing the package instead would start the download.
 */
function installedElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist')
  const program = join(dist, readFileSync(note, 'utf8').trim())
  return existsSync(program) ? program : null
}
