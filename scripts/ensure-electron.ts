import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { findElectron } from './find-electron.ts'
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
  const found = findElectron(root)
  if (found !== null) return { kind: 'ready', path: found }
  const install = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(install)) return impossible('the electron package is not installed')
  process.stdout.write('Fetching the Electron runtime (once).\n')
  const code = await runChild(process.execPath, [install], {
    cwd: root,
    quiet: true,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  })
  const fetched = findElectron(root)
  if (fetched !== null) return { kind: 'ready', path: fetched }
  return impossible(code === 0 ? 'its runtime is not there' : 'its runtime could not be downloaded')
}

function impossible(reason: string): ElectronStart {
  return { kind: 'impossible', reason }
}
