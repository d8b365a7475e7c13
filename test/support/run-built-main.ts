/**
 * Runs a built main process (`node run-built-main.ts DIST_MAIN_JS FILE`) on the stand-in for Electron,
 * outside any test runner: the bundle's own `import 'electron'` is led to the stand-in. Prints what
 * the window showed as one line of JSON, quits, and leaves the exit to the emptied event loop.
 */
import { registerHooks } from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, session } from './electron-stand-in.ts'
import { closeScene, openScene, scene } from './electron-stand-in-control.ts'
import { threadNames } from './thread-names.ts'

const STAND_IN = new URL('electron-stand-in.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: STAND_IN, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

const [main = '', file = ''] = process.argv.slice(2)
await openScene()
scene.packaged = true
process.argv = ['rastro', file]
const quitted = new Promise((resolve) => {
  app.once('quit', resolve)
})
const loaded = new Promise<BrowserWindow>((resolve) => {
  app.once('web-contents-created', () => {
    // The event comes from within the window's constructor.
    setImmediate(() => {
      const [window] = BrowserWindow.getAllWindows()
      window?.once('ready-to-show', () => resolve(window))
    })
  })
})
await import(pathToFileURL(main).href)
app.becomeReady()
const { page } = (await loaded).webContents
await page.waitForFunction(() => document.querySelector('button') !== null)
const shown = {
  url: page.url(),
  title: await page.title(),
  bridge: await page.evaluate('typeof window.rastro.openFileDialog'),
  settings: await page.evaluate('rastro.settings()'),
  logs: await page.evaluate(`fetch('/api/logs').then((answer) => answer.text())`),
  threads: await threadNames(process.pid),
}
app.quit()
await quitted
await session.endAll()
await closeScene()
process.stdout.write(`${JSON.stringify(shown)}\n`)
