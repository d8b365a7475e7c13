import { type BrowserWindow, dialog } from 'electron'
import { MAX_PATHS } from '../shared/bridge.ts'
import type { ShellWords } from './shell-words.ts'

/** Shows the native dialog; the chosen paths, empty when it was cancelled. */
export async function chooseFiles(window: BrowserWindow, words: ShellWords): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.chooseLogs,
    properties: ['openFile', 'multiSelections', 'showHiddenFiles'],
    filters: [
      { name: words.allFiles, extensions: ['*'] },
      { name: words.logFiles, extensions: ['log', 'txt', 'out', 'err', 'json', 'jsonl'] },
    ],
  })
  return canceled ? [] : filePaths.slice(0, MAX_PATHS)
}
