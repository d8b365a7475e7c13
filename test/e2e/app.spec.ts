import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../../src/server/start-server.ts'
import type { Command } from '../../src/shared/bridge.ts'
import { callsOf, idOf, type StandIn, standInBridge } from './bridge-stand-in.ts'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('opens files with the native dialog of the app', async ({ open, rastro }) => {
  await standInBridge(rastro.page, ['two.log'])
  await open({ 'one.log': 'from one\n', 'two.log': 'from two\n' })
  await expect(rastro.line('from one')).toBeVisible()
  await rastro.button('Open File…').click()
  await expect(rastro.line('from two')).toBeVisible()
  await expect.poll(() => callsOf(rastro.page)).toContain('openFileDialog')
})

test('shows the log of the launch, and opens folders by their own dialog', async ({
  show,
  rastro,
}) => {
  const { page } = rastro
  await standInBridge(page, ['three.log'], ['two.log'])
  await show({ 'one.log': 'one\n', 'two.log': 'two\n', 'three.log': 'three\n' })
  const selected = page.getByRole('tab', { selected: true })
  await expect(selected).toHaveText('two.log')
  await page.keyboard.press('Control+Shift+O')
  await expect(selected).toHaveText('three.log')
  await expect.poll(() => callsOf(page)).toContain('openFolderDialog')
})

test('carries out what the menu and a second launch ask for', async ({ show, rastro }) => {
  const { page } = rastro
  await standInBridge(page, [])
  const { url } = await show({ 'one.log': numbered(1, 301), 'two.log': 'from two\n' })
  await expect(rastro.button('Read Logs')).toBeVisible()
  const command = (name: Command) =>
    page.evaluate((text) => (window as unknown as { standIn: StandIn }).standIn.command(text), name)
  await command('readOrStop')
  await expect(rastro.numbered(300)).toBeInViewport()
  await command('goToStart')
  await expect(rastro.numbered(1)).toBeInViewport()
  await command('goToEnd')
  await expect(rastro.numbered(300)).toBeInViewport()
  await command('pauseOrResume')
  await expect(rastro.status).toContainText('Paused')
  await command('connectUrl')
  await expect(page.getByRole('dialog', { name: 'Connect to a stream' })).toBeVisible()
  await page.keyboard.press('Escape')
  const id = await idOf(url, 'two.log')
  await page.evaluate(
    (log) => (window as unknown as { standIn: StandIn }).standIn.opened([log]),
    id,
  )
  await expect(rastro.line('from two')).toBeVisible()
})

test('shows a file that the app opened before the stream told of it', async ({
  folder,
  rastro,
}) => {
  const [one, two] = [join(folder, 'one.log'), join(folder, 'two.log')]
  await writeFile(one, 'from one\n')
  await writeFile(two, 'from two\n')
  const other = await startServer({ token: null })
  const id = other.openFile(two)
  await other.close()
  const server = await startServer({ token: null, files: [one] })
  try {
    await standInBridge(rastro.page, [])
    await rastro.page.goto(server.url)
    await rastro.button('Read Logs').click()
    await expect(rastro.line('from one')).toBeVisible()
    await rastro.page.evaluate(
      (log) => (window as unknown as { standIn: StandIn }).standIn.opened([log]),
      id,
    )
    expect(server.openFile(two)).toBe(id)
    await expect(rastro.line('from two')).toBeVisible()
  } finally {
    await server.close()
  }
})

test('keeps language and theme in the settings of the app', async ({ show, rastro }) => {
  const { page } = rastro
  await standInBridge(page, [])
  await show({ 'one.log': 'one\n' })
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await rastro.button('Appearance and language').click()
  await page.getByRole('radio', { name: 'Light', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect.poll(() => callsOf(page)).toContain('changeSettings {"theme":"light"}')
})

/** Drags a file from outside over the page, as the system does. */
async function drag(page: Page, types: readonly string[]): Promise<void> {
  await page.evaluate((names) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['text'], 'dropped.log'))
    for (const type of names) {
      const init = { dataTransfer: transfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent(type, init))
    }
  }, types)
}

test('opens files that are dropped onto the app', async ({ open, rastro }) => {
  await standInBridge(rastro.page, ['two.log'])
  await open({ 'one.log': 'from one\n', 'two.log': 'from two\n' })
  await drag(rastro.page, ['dragenter', 'dragover'])
  await expect(rastro.page.getByText('Drop to open')).toBeVisible()
  await drag(rastro.page, ['drop'])
  await expect(rastro.page.getByText('Drop to open')).toHaveCount(0)
  await expect(rastro.line('from two')).toBeVisible()
  await expect.poll(() => callsOf(rastro.page)).toContain('openDropped dropped.log')
})

test('says politely that a browser cannot follow a dropped file', async ({ open, rastro }) => {
  await open({ 'one.log': 'one\n' })
  await drag(rastro.page, ['dragenter', 'dragover', 'drop'])
  await expect(rastro.notices).toContainText('Um navegador não consegue acompanhar')
  await rastro.notices.getByRole('button', { name: 'Dispensar' }).click()
  await expect(rastro.notices).toBeEmpty()
  await expect(rastro.numbered(1)).toBeVisible()
})
