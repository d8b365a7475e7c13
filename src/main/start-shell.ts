import process from 'node:process'
import { app, dialog } from 'electron'
import { APP_ID } from './app-identity.ts'
import { createFileQueue } from './file-queue.ts'
import { filesFromArgv } from './files-from-argv.ts'
import { guardContents } from './guard-contents.ts'
import { quitCleanly } from './quit-cleanly.ts'
import { type HandedOver, secondInstanceFiles } from './second-instance-files.ts'
import { Shell } from './shell.ts'
import { shellLocale } from './shell-locale.ts'
import type { ShellOptions } from './shell-options.ts'
import { shellWords } from './shell-words.ts'
import { surviveFaults } from './survive-faults.ts'

/** No address belongs to a server that does not run: an opaque origin never equals a parsed one. */
const NO_ORIGIN = ''

/** The shell's options and the command line with which the app was started. */
export interface StartOptions extends ShellOptions {
  readonly argv: readonly string[]
}

/**
 * Wires the app's life: one instance, files from every side, guards on whatever contents are made,
 * and a quit that leaves nothing behind. It only registers; the work begins when Electron is ready.
 * Resolves when the window is loaded, or at once in a second instance.
 */
export function startShell(options: StartOptions): Promise<void> {
  // Root cannot have Chromium's sandbox and must say so himself; enableSandbox would take the switch
  // back after the processes that heed it were started.
  if (app.commandLine.hasSwitch('no-sandbox')) {
    options.ownLog.warn('The sandbox of the page is off, as --no-sandbox asks for.')
  } else {
    app.enableSandbox()
  }
  app.setAppUserModelId(APP_ID)
  const files = filesFromArgv(options.argv, options.cwd, app.isPackaged)
  if (!app.requestSingleInstanceLock({ files } satisfies HandedOver)) {
    app.quit()
    return Promise.resolve()
  }
  const queue = createFileQueue()
  queue.offer(files)
  let shell: Shell | null = null
  const show = () => {
    shell?.showWindow().catch((error: unknown) => {
      options.ownLog.error('The window could not be shown.', { error })
    })
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    queue.offer([path])
    show()
  })
  app.on('second-instance', (_event, argv, cwd, data) => {
    queue.offer(secondInstanceFiles(data, argv, cwd, app.isPackaged))
    show()
  })
  app.on('activate', show)
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, {
      origin: () => shell?.origin ?? NO_ORIGIN,
      offerOutside: (address) => shell?.offerOutside(address),
    })
  })
  app.on('child-process-gone', (_event, details) => {
    options.ownLog.warn('A process of Electron ended.', { ...details })
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  // A top-level await of whenReady would deadlock an ESM main (electron/electron#40719).
  return app.whenReady().then(async () => {
    try {
      const opened = await Shell.open(options)
      shell = opened
      const stopSurviving = surviveFaults({
        ownLog: options.ownLog,
        revive: () => opened.revive(),
        tell: (outcome) => opened.tellFault(outcome),
      })
      quitCleanly(async () => {
        await opened.close()
        stopSurviving()
      })
      const reopened = await opened.reopen()
      let opening = Promise.resolve()
      const anyFile = queue.flowInto((paths) => {
        opening = opened.openFiles(paths).catch((error: unknown) => {
          options.ownLog.error('Files could not be opened.', { error })
        })
      })
      await opening
      if (!anyFile && !reopened) await opened.offerGenerator()
      await opened.showWindow()
    } catch (error) {
      options.ownLog.error('The app could not start.', { error })
      const words = shellWords(
        shellLocale({ locale: null, theme: 'system' }, app.getPreferredSystemLanguages()),
      )
      dialog.showErrorBox(words.cannotStart, error instanceof Error ? error.message : String(error))
      app.exit(1)
    }
  })
}
