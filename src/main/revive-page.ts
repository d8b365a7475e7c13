import { type BrowserWindow, dialog } from 'electron'
import type { OwnLog } from '../server/own-log.ts'
import { createRestartLimit } from './restart-limit.ts'
import type { ShellWords } from './shell-words.ts'

/** A page that dies three times in a minute dies again: then the user decides. */
const MAX_RELOADS = 3
const RELOADS_WITHIN_MS = 60_000

/** Loads the page again when its process died, a few times by itself, then only when the user says so. */
export function revivePage(
  window: BrowserWindow,
  load: () => Promise<void>,
  words: () => ShellWords,
  ownLog: OwnLog,
): void {
  const mayReload = createRestartLimit(MAX_RELOADS, RELOADS_WITHIN_MS)
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    ownLog.error("The page's process ended.", { ...details })
    const loading = mayReload() ? load() : ask(window, load, words())
    loading.catch((error: unknown) => ownLog.error('The page was not loaded again.', { error }))
  })
  window.on('unresponsive', () => ownLog.warn('The page does not respond.'))
  window.on('responsive', () => ownLog.info('The page responds again.'))
}

async function ask(
  window: BrowserWindow,
  load: () => Promise<void>,
  words: ShellWords,
): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.pageGone,
    detail: words.pageGoneDetail,
    buttons: [words.reload, words.cancel],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await load()
}
