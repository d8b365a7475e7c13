import { type BrowserWindow, dialog } from 'electron'
import { MAX_PATHS } from '../shared/bridge.ts'
import type { ShellWords } from './shell-words.ts'

/** Shows the native dialog for folders, which Windows and Linux cannot mix with that for files. */
export async function chooseFolders(window: BrowserWindow, words: ShellWords): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.chooseFolders,
    properties: ['openDirectory', 'multiSelections', 'showHiddenFiles'],
  })
  return canceled ? [] : filePaths.slice(0, MAX_PATHS)
}
