import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../src/shared/bridge.ts'
import type { KeyChoices } from '../../src/shared/key-choices.ts'
import { expect, test } from './rastro-test.ts'

/** What the page told the menu, in a list of the window's own. */
const toldOf = (page: Page): Promise<readonly KeyChoices[]> =>
  page.evaluate(() => (window as unknown as { told: KeyChoices[] }).told)

/** Gives the page a bridge as the app's preload does, with these keys chosen before. */
async function standInBridge(page: Page, chosen: KeyChoices): Promise<void> {
  await page.addInitScript((keys) => {
    const told: KeyChoices[] = []
    const bridge: Bridge = {
      platform: 'linux',
      openFileDialog: async () => [],
      openFolderDialog: async () => [],
      toShow: async () => [],
      openDropped: async () => [],
      recents: async () => [],
      addRecent: async () => undefined,
      openRecent: async () => [],
      removeRecent: async () => undefined,
      showKeys: async (choices) => void told.push(choices),
      kept: async () => ({ 'rastro:keys': JSON.stringify(keys) }),
      keep: async () => undefined,
      settings: async () => ({ locale: 'en', theme: 'light' }),
      changeSettings: async (change) => ({ locale: 'en', theme: 'light', ...change }),
      onOpened: () => () => undefined,
      onCommand: () => () => undefined,
    }
    Object.assign(window, { rastro: bridge, told })
  }, chosen)
}

test('tells the menu of the app the keys that the user chose, at the start and when they change', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'app.log')
  await writeFile(file, 'one\n')
  const { page } = rastro
  await standInBridge(page, { openFile: [{ key: 'p', mod: true }] })
  await page.goto((await serve([file])).url)
  await expect
    .poll(() => toldOf(page))
    .toMatchObject([{ openFile: [{ key: 'p', mod: true, alt: false, shift: false }] }])

  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Change shortcuts…' }).click()
  const editor = page.getByRole('dialog', { name: 'Change shortcuts' })
  await editor.getByRole('button', { name: 'Change the keys of Search the log' }).click()
  await page.keyboard.press('Control+e')
  await expect
    .poll(async () => (await toldOf(page)).at(-1))
    .toMatchObject({ openFile: [{ key: 'p' }], search: [{ key: 'e', mod: true }] })
  await editor.getByRole('button', { name: 'Reset all' }).click()
  await expect.poll(async () => (await toldOf(page)).at(-1)).toEqual({})
})
