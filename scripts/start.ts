import { join } from 'node:path'
import process from 'node:process'
import { ensureElectron } from './ensure-electron.ts'
import { isBuilt } from './is-built.ts'
import { onParentGone } from './on-parent-gone.ts'
import { runChild } from './run-child.ts'
import { START_USAGE, startArguments } from './start-arguments.ts'

const ROOT = join(import.meta.dirname, '..')

/** Starts Rastro as well as this machine can: the desktop app, a browser window, or an address. */
async function start(): Promise<number> {
  // npm changes into the package's folder; INIT_CWD is where the user stands.
  const folder = process.env.INIT_CWD ?? process.cwd()
  const asked = startArguments(process.argv.slice(2), folder)
  if (asked.kind === 'wrong') {
    process.stderr.write(`${asked.sentence}\n`)
    return 2
  }
  if (asked.kind === 'help') {
    process.stdout.write(`${START_USAGE}\n`)
    return 0
  }
  if (!isBuilt(ROOT)) {
    const code = await runChild(process.execPath, [join(ROOT, 'scripts/build.ts')])
    if (code !== 0) return code
  }
  const electron = await ensureElectron(ROOT)
  if (electron.kind === 'ready') {
    // Chromium refuses its sandbox to root.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    return runChild(electron.path, [...sandbox, ROOT, ...asked.files], { cwd: folder })
  }
  process.stdout.write(`Not as a desktop app: ${electron.reason}.\n`)
  // Only now: the server's sources take a moment to load, and Electron brings its own.
  const { serveInBrowser } = await import('./serve-in-browser.ts')
  return serveInBrowser({ root: ROOT, folder, files: asked.files })
}

// As a signal, so that whatever runs at that moment ends in its usual way.
onParentGone(() => process.kill(process.pid, 'SIGTERM'))
process.exitCode = await start()
