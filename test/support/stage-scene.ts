import { afterAll, afterEach, beforeAll } from 'vitest'
import { BrowserWindow } from './electron-stand-in.ts'
import { closeScene, openScene, resetScene } from './electron-stand-in-control.ts'
import { endProcess, quitShell } from './launch-shell.ts'

/** Opens the scene for the tests of a `describe`; after each, its shell is ended and all is as before. */
export function stageScene(): void {
  beforeAll(openScene)
  afterEach(async () => {
    if (BrowserWindow.getAllWindows().length > 0) await quitShell()
    else await endProcess()
    resetScene()
  })
  afterAll(closeScene)
}
