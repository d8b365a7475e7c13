import { type BrowserWindow, dialog, shell } from 'electron'
import { outsideAddress } from './outside-address.ts'
import type { ShellWords } from './shell-words.ts'

/** Opens an address in the system's browser after the user has seen it whole and agreed. */
export async function openOutside(
  window: BrowserWindow,
  address: string,
  words: ShellWords,
): Promise<'opened' | 'refused'> {
  const href = outsideAddress(address)
  if (href === null) return 'refused'
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.openOutside,
    detail: href,
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  if (response !== 0) return 'refused'
  await shell.openExternal(href)
  return 'opened'
}
