import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sceneFolder } from './electron-stand-in-control.ts'

/** A log of two lines somewhere in the user's folders. */
export function userFile(name: string): string {
  const path = join(sceneFolder('logs-of-user'), name)
  writeFileSync(path, 'one\ntwo\n')
  return path
}

/** The logs that the server has open, as it answers the window's page. */
export async function openLogs(page: Page): Promise<string> {
  return await page.evaluate(() => fetch('/api/logs').then((answer) => answer.text()))
}
