import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../../src/server/start-server.ts'
import type { Bridge, Command, Recent } from '../../src/shared/bridge.ts'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

/** What a test sees of the bridge that stands in for the app's preload. */
interface StandIn {
  calls: string[]
  opened(logs: readonly string[]): void
  command(command: Command): void
}

/** Gives the page a bridge as the app's preload does; `answer` is what its dialogs open. */
async function standInBridge(
  page: Page,
  answer: readonly string[],
  launched: readonly string[] = [],
): Promise<void> {
  await page.addInitScript(
    ([logs, toShow]) => {
      const calls: string[] = []
      let recents: readonly Recent[] = [
        { kind: 'remote', target: 'http://127.0.0.1:9/stream-logs' },
        { kind: 'file', target: '/var/log/before.log' },
      ]
      const standIn: StandIn = { calls, opened: () => undefined, command: () => undefined }
      const bridge: Bridge = {
        platform: 'linux',
        async openFileDialog() {
          calls.push('openFileDialog')
          return logs
        },
        async openFolderDialog() {
          calls.push('openFolderDialog')
          return logs
        },
        toShow: async () => toShow,
        async openDropped(files) {
          calls.push(`openDropped ${files.map(({ name }) => name).join()}`)
          return logs
        },
        recents: async () => recents,
        addRecent: async ({ target }) => {
          calls.push(`addRecent ${target}`)
        },
        async openRecent({ target }) {
          calls.push(`openRecent ${target}`)
          return logs
        },
        async removeRecent({ target }) {
          calls.push(`removeRecent ${target}`)
          recents = recents.filter((recent) => recent.target !== target)
        },
        showKeys: async () => undefined,
        kept: async () => ({}),
        keep: async () => undefined,
        settings: async () => ({ locale: 'en', theme: 'dark' }),
        async changeSettings(change) {
          calls.push(`changeSettings ${JSON.stringify(change)}`)
          return { locale: 'en', theme: 'dark', ...change }
        },
        onOpened(listener) {
          standIn.opened = listener
          return () => undefined
        },
        onCommand(listener) {
          standIn.command = listener
          return () => undefined
        },
      }
      Object.assign(window, { rastro: bridge, standIn })
    },
    [answer, launched] as const,
  )
}

const callsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { standIn: StandIn }).standIn.calls)

async function idOf(url: string, name: string): Promise<string> {
  const { logs } = await (await fetch(new URL('api/logs', url))).json()
  return logs.find((log: { name: string }) => log.name === name).id
}

test('opens files with the native dialog of the app', async ({ folder, serve, rastro }) => {
  const [one, two] = [join(folder, 'one.log'), join(folder, 'two.log')]
  await writeFile(one, 'from one\n')
  await writeFile(two, 'from two\n')
  const { url } = await serve([one, two])
  await standInBridge(rastro.page, [await idOf(url, 'two.log')])
  await rastro.page.goto(url)
  await rastro.button('Read Logs').click()
  await expect(rastro.line('from one')).toBeVisible()
  await rastro.button('Open File…').click()
  await expect(rastro.line('from two')).toBeVisible()
  await expect.poll(() => callsOf(rastro.page)).toContain('openFileDialog')
})

test('shows the log of the launch, and opens folders by their own dialog', async ({
  folder,
  serve,
  rastro,
}) => {
  const files = ['one.log', 'two.log', 'three.log'].map((name) => join(folder, name))
  for (const file of files) await writeFile(file, `from ${file}\n`)
  const { url } = await serve(files)
  const { page } = rastro
  await standInBridge(page, [await idOf(url, 'three.log')], [await idOf(url, 'two.log')])
  await page.goto(url)
  const selected = page.getByRole('tab', { selected: true })
  await expect(selected).toHaveText('two.log')
  await page.keyboard.press('Control+Shift+O')
  await expect(selected).toHaveText('three.log')
  await expect.poll(() => callsOf(page)).toContain('openFolderDialog')
})

test('carries out what the menu and a second launch ask for', async ({ folder, serve, rastro }) => {
  const [one, two] = [join(folder, 'one.log'), join(folder, 'two.log')]
  await writeFile(one, numbered(1, 301))
  await writeFile(two, 'from two\n')
  const { url } = await serve([one, two])
  const { page } = rastro
  await standInBridge(page, [])
  await page.goto(url)
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

test('offers the streams that were connected before', async ({ show, rastro }) => {
  await standInBridge(rastro.page, [])
  await show({ 'one.log': 'one\n' })
  const recents = rastro.sources.getByRole('grid', { name: 'Recent' })
  await recents.getByRole('row', { name: 'http://127.0.0.1:9/stream-logs' }).press('Enter')
  await expect(rastro.sources).toContainText('Remote')
  await expect(rastro.status).toContainText('The address cannot be reached')
})

test('opens a file again that was open before', async ({ folder, serve, rastro }) => {
  const [one, two] = [join(folder, 'one.log'), join(folder, 'two.log')]
  await writeFile(one, 'from one\n')
  await writeFile(two, 'from two\n')
  const { url } = await serve([one, two])
  await standInBridge(rastro.page, [await idOf(url, 'two.log')])
  await rastro.page.goto(url)
  await rastro.button('Read Logs').click()
  await expect(rastro.line('from one')).toBeVisible()
  const recents = rastro.sources.getByRole('grid', { name: 'Recent' })
  await recents.getByRole('row', { name: 'before.log' }).click()
  await expect(rastro.line('from two')).toBeVisible()
  await expect.poll(() => callsOf(rastro.page)).toContain('openRecent /var/log/before.log')
})

test('forgets a recent one by keyboard', async ({ show, rastro }) => {
  await standInBridge(rastro.page, [])
  await show({ 'one.log': 'one\n' })
  const recents = rastro.sources.getByRole('grid', { name: 'Recent' })
  await recents.getByRole('row', { name: 'before.log' }).focus()
  await rastro.page.keyboard.press('ArrowRight')
  await expect(
    recents.getByRole('button', { name: 'Remove before.log from the recent ones' }),
  ).toBeFocused()
  await rastro.page.keyboard.press('Enter')
  await expect(recents.getByRole('row')).toHaveCount(1)
  await expect.poll(() => callsOf(rastro.page)).toContain('removeRecent /var/log/before.log')
})

test('hands no token to the recents of the app', async ({ folder, serve, rastro }) => {
  const [here, there] = [join(folder, 'here.log'), join(folder, 'there.log')]
  await writeFile(here, 'here\n')
  await writeFile(there, 'from there\n')
  const far = await serve([there], '--token', 'a-secret-word')
  await standInBridge(rastro.page, [])
  await rastro.page.goto((await serve([here])).url)
  await rastro.button('Connect URL…').click()
  const dialog = rastro.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(far.url)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(rastro.line('from there')).toBeVisible()
  const added = () => callsOf(rastro.page).then((calls) => calls.filter((call) => /add/.test(call)))
  await expect.poll(added).toEqual([`addRecent ${new URL('/', far.url).href}`])
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

test('opens files that are dropped onto the app', async ({ folder, serve, rastro }) => {
  const [one, two] = [join(folder, 'one.log'), join(folder, 'two.log')]
  await writeFile(one, 'from one\n')
  await writeFile(two, 'from two\n')
  const { url } = await serve([one, two])
  await standInBridge(rastro.page, [await idOf(url, 'two.log')])
  await rastro.page.goto(url)
  await rastro.button('Read Logs').click()
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
