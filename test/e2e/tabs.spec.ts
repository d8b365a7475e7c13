import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './rastro-test.ts'

/** Files of 2 000 lines each, which tell their file and their number. */
async function writeLogs(folder: string, names: readonly string[]): Promise<string[]> {
  const files = names.map((name) => join(folder, name))
  for (const [at, file] of files.entries()) {
    await writeFile(file, linesOf(names[at] ?? '', 0, 2000))
  }
  return files
}

function linesOf(name: string, from: number, to: number): string {
  let text = ''
  for (let line = from; line < to; line += 1) text += `${name} line ${line}\n`
  return text
}

/** The names on the tabs, in the order in which they are seen. */
function namesOf(tabs: Locator): Promise<(string | null)[]> {
  return tabs.getByRole('tab').evaluateAll((all) => all.map((tab) => tab.textContent))
}

test('shows each open log as a tab, and keeps the place of each', async ({
  folder,
  serve,
  rastro,
}) => {
  const files = await writeLogs(folder, ['one.log', 'two.log', 'three.log'])
  const { page } = rastro
  await rastro.read((await serve(files)).url)
  const tabs = page.getByRole('region', { name: 'Logs abertos' })
  const tab = (name: string | RegExp) => tabs.getByRole('tab', { name, exact: true })
  await expect.poll(() => namesOf(tabs)).toEqual(['one.log', 'two.log', 'three.log'])
  await expect(tab('one.log')).toHaveAttribute('aria-selected', 'true')
  await expect(rastro.line('one.log line 1999')).toBeVisible()

  // Away from the end of the first one, at the end of the second one.
  await rastro.grid.press('Control+Home')
  await expect(rastro.line('one.log line 0')).toBeVisible()
  await rastro.turnPages('PageDown', 3)
  await expect(rastro.line('one.log line 0')).toBeHidden()
  const before = await rastro.filled()
  await tab('two.log').click()
  await expect(rastro.line('two.log line 1999')).toBeVisible()
  await appendFile(files[0] ?? '', linesOf('one.log', 2000, 2500))
  await tab(/^one\.log/).click()
  await expect.poll(rastro.shown.bind(rastro)).toEqual(before)
  await tab('two.log').click()
  await expect(rastro.line('two.log line 1999')).toBeVisible()
})

test('leaves a log paused while another one is read', async ({ folder, serve, rastro }) => {
  const files = await writeLogs(folder, ['a.log', 'b.log'])
  const { page } = rastro
  await rastro.read((await serve(files)).url)
  const tabs = page.getByRole('region', { name: 'Logs abertos' })
  await expect(rastro.line('a.log line 1999')).toBeVisible()
  await rastro.button('Pausar').click()
  await tabs.getByRole('tab', { name: /^b\.log/ }).click()
  await expect(rastro.line('b.log line 1999')).toBeVisible()
  await expect(rastro.button('Pausar')).toBeVisible()
  await appendFile(files[0] ?? '', linesOf('a.log', 2000, 2100))
  await expect(tabs.getByRole('tab', { name: 'a.log linhas novas' })).toBeVisible()
  await tabs.getByRole('tab', { name: /^a\.log/ }).click()
  await expect(rastro.button('Continuar')).toBeVisible()
  await expect(rastro.line('a.log line 1999')).toBeVisible()
  await expect(rastro.line('a.log line 2099')).toBeHidden()
  await rastro.button('Continuar').click()
  await rastro.grid.press('Control+End')
  await expect(rastro.line('a.log line 2099')).toBeVisible()
})

test('goes from tab to tab by keys, moves and closes them', async ({ folder, serve, rastro }) => {
  const files = await writeLogs(folder, ['a.log', 'b.log', 'c.log'])
  const { page } = rastro
  await rastro.read((await serve(files)).url)
  const tabs = page.getByRole('region', { name: 'Logs abertos' })
  const selected = tabs.getByRole('tab', { selected: true })
  await expect(rastro.line('a.log line 1999')).toBeVisible()
  await page.keyboard.press('3')
  await expect(selected).toHaveText('c.log')
  await page.keyboard.press('Alt+PageDown')
  await expect(selected).toHaveText('a.log')
  await page.keyboard.press('Alt+PageUp')
  await expect(selected).toHaveText('c.log')
  await selected.focus()
  await page.keyboard.press('ArrowRight')
  await expect(selected).toHaveText('a.log')
  await expect(selected).toBeFocused()
  await page.keyboard.press('End')
  await expect(selected).toHaveText('c.log')

  await page.keyboard.press('Alt+Shift+PageUp')
  await expect.poll(() => namesOf(tabs)).toEqual(['a.log', 'c.log', 'b.log'])
  const from = await tabs.getByRole('tab', { name: 'b.log' }).boundingBox()
  const to = await tabs.getByRole('tab', { name: 'a.log' }).boundingBox()
  if (from === null || to === null) throw new Error('The tabs are not on the screen.')
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 30, to.y + 10, { steps: 5 })
  await page.mouse.move(to.x + 10, to.y + 10)
  await page.mouse.up()
  await expect.poll(() => namesOf(tabs)).toEqual(['b.log', 'a.log', 'c.log'])

  await page.reload()
  await expect(tabs.getByRole('tab')).toHaveCount(3)
  await expect.poll(() => namesOf(tabs)).toEqual(['b.log', 'a.log', 'c.log'])
  await expect(selected).toHaveText('b.log')

  await selected.press('Delete')
  await expect(tabs.getByRole('tab')).toHaveCount(2)
  await tabs.getByRole('button', { name: 'Fechar a.log' }).click()
  // One log alone needs no tabs.
  await expect(tabs).toBeHidden()
  await expect(rastro.source(/c\.log/)).toBeVisible()
})

test('comes back after a restart where it was, also when the lines have other numbers', async ({
  folder,
  serve,
  rastro,
}) => {
  const files = await writeLogs(folder, ['a.log', 'b.log'])
  const { page } = rastro
  const server = await serve(files)
  await rastro.read(server.url)
  await expect(rastro.line('a.log line 1999')).toBeVisible()
  await rastro.grid.press('Control+Home')
  await expect(rastro.line(/a\.log line 3$/)).toBeVisible()
  await page.getByRole('tab', { name: 'b.log' }).click()
  await expect(rastro.line('b.log line 1999')).toBeVisible()
  await rastro.grid.press('Control+Home')
  await rastro.turnPages('PageDown', 4)
  await expect(rastro.line('b.log line 0')).toBeHidden()
  const shown = async () => (await rastro.shown()).map(({ text }) => text)
  const before = (await rastro.filled()).map(({ text }) => text)

  await page.reload()
  await rastro.button('Ler Logs').click()
  await expect(page.getByRole('tab', { selected: true })).toHaveText('b.log')
  await expect.poll(shown).toEqual(before)
  await page.getByRole('tab', { name: 'a.log' }).click()
  await expect(rastro.line(/a\.log line 3$/)).toBeVisible()
  await page.getByRole('tab', { name: 'b.log' }).click()
  await expect.poll(shown).toEqual(before)

  // Thirty lines less above it: the file was rewritten while nobody looked.
  await page.goto('about:blank')
  await server.stop()
  await writeFile(files[1] ?? '', linesOf('b.log', 30, 2000))
  const again = await serve(files, '--port', String(server.port))
  await rastro.read(again.url)
  await expect.poll(shown).toEqual(before)
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('tells what is new in the logs that are not looked at', async ({
    folder,
    serve,
    rastro,
  }) => {
    const [one = '', two = ''] = await writeLogs(folder, ['one.log', 'two.log'])
    const { page } = rastro
    await page.goto((await serve([one, two])).url)
    await rastro.button('Read Logs').click()
    await expect(rastro.line('one.log line 1999')).toBeVisible()
    const tabs = page.getByRole('region', { name: 'Open logs' })
    await expect(tabs.getByRole('tab', { name: 'two.log', exact: true })).toBeVisible()
    await appendFile(two, 'INFO new\n')
    await expect(tabs.getByRole('tab', { name: 'two.log new lines' })).toBeVisible()
    await expect(rastro.source(/two\.log, new lines/)).toBeVisible()
    await appendFile(two, '2026-11-23 10:00:00 ERROR bad\n2026-11-23 10:00:01 ERROR worse\n')
    await expect(tabs.getByRole('tab', { name: 'two.log 2 new errors' })).toBeVisible()
    await expect(rastro.source(/two\.log, 2 new errors/)).toBeVisible()
    await expectAccessible(page, 'tabs with news')
    await tabs.getByRole('tab', { name: /two\.log/ }).click()
    await expect(tabs.getByRole('tab', { name: 'two.log', exact: true })).toBeVisible()
    await tabs.getByRole('tab', { name: /one\.log/ }).click()
    await expect(tabs.getByRole('tab', { name: 'two.log', exact: true })).toBeVisible()
  })
})

test('reads a long name as one word, though its middle can be left out', async ({
  open,
  rastro,
}) => {
  await open({ 'payments-service.log': 'one\n', 'catalogue-service-2026.log': 'two\n' })
  const tabs = rastro.page.getByRole('region', { name: 'Logs abertos' })
  await expect(tabs.getByRole('tab', { name: 'payments-service.log', exact: true })).toBeVisible()
  await expect(
    tabs.getByRole('tab', { name: 'catalogue-service-2026.log', exact: true }),
  ).toBeVisible()
})
