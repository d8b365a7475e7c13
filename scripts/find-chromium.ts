import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

/** A Chromium that can be started, and in words how it was come by. */
export interface Chromium {
  readonly path: string
  readonly how: string
}

/** Debian's package is about 100 MB with its libraries, Playwright's archive about 170 MB. */
const INSTALL_TIMEOUT_MS = 300_000

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
]

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Looks for a Chromium without installing one: the one named by RASTRO_CHROMIUM, an installed one,
 * then Playwright's own. Null when there is none; throws when RASTRO_CHROMIUM names no program.
 */
export async function findChromium(): Promise<Chromium | null> {
  const named = process.env.RASTRO_CHROMIUM
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) {
      throw new Error(`RASTRO_CHROMIUM names ${named}, which is no program that can be started.`)
    }
    return { path: named, how: 'named by RASTRO_CHROMIUM' }
  }
  const installed = installedPlaces().find(isProgram)
  if (installed !== undefined) return { path: installed, how: 'installed on this machine' }
  const own = await playwrightPath()
  if (own !== null && isProgram(own)) return { path: own, how: "Playwright's own" }
  return null
}

/**
 * Finds a Chromium or gets one: Playwright's download first, then Debian's package when root. Says
 * in one line which one is used. Throws a sentence when none can be had.
 */
export async function ensureChromium(): Promise<Chromium> {
  const found = (await findChromium()) ?? (await install())
  if (found === null) {
    throw new Error(
      'No Chromium was found and none could be installed: install one, or name it in RASTRO_CHROMIUM.',
    )
  }
  process.stdout.write(`Chromium: ${found.path} (${found.how})\n`)
  return found
}

async function install(): Promise<Chromium | null> {
  process.stdout.write('No Chromium is installed: trying the one of Playwright.\n')
  const cli = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js')
  if (ran(process.execPath, [cli, 'install', 'chromium'])) {
    const own = await playwrightPath()
    if (own !== null && isProgram(own) && starts(own)) {
      return { path: own, how: "Playwright's own, installed now" }
    }
  }
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || onPath('apt-get') === undefined) {
    return null
  }
  process.stdout.write("Playwright's could not be had: trying Debian's package.\n")
  ran('apt-get', ['update', '-qq'])
  if (!ran('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) return null
  const installed = installedPlaces().find(isProgram)
  return installed === undefined
    ? null
    : { path: installed, how: "Debian's package, installed now" }
}

/** Playwright's archive brings no system libraries: without them the program is there and dies. */
function starts(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function ran(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: INSTALL_TIMEOUT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/** Where Playwright keeps its own, whether or not it is there; null without Playwright. */
async function playwrightPath(): Promise<string | null> {
  try {
    const { chromium } = await import('@playwright/test')
    return chromium.executablePath()
  } catch {
    // Installed without devDependencies, or a system that Playwright has no browser for.
    return null
  }
}

function installedPlaces(): string[] {
  if (process.platform === 'darwin') {
    return MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
  }
  if (process.platform === 'win32') {
    const roots = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ]
    return roots.flatMap((root) =>
      root === undefined ? [] : WINDOWS_PLACES.map((place) => join(root, place)),
    )
  }
  return NAMES.flatMap((name) => onPath(name) ?? [])
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isProgram)
}

function isProgram(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // There, but not for this user.
    return false
  }
}
