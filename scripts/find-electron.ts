import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** The program of an Electron distribution, by system: what the electron package itself would note. */
const PROGRAM: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/**
 * The Electron program that can be started now, or null. It looks into the folder that
 * ELECTRON_OVERRIDE_DIST_PATH names, else for what the electron package has fetched already;
 * importing that package instead would start a download.
 */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : null
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const dist = named === undefined || named === '' ? null : named
  if (dist === null && noted === null) return null
  const name = noted ?? PROGRAM[process.platform] ?? 'electron'
  const program = join(dist ?? join(folder, 'dist'), name)
  return existsSync(program) && statSync(program).isFile() ? program : null
}
