import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { encodeFilterSets } from '../../src/shared/filter-set.ts'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './rastro-test.ts'

const HOSTILE = '\u202e<img src=x onerror=alert(1)>'

/** A rule as it is kept. */
function rule(pattern: string, colour: number, kind = 'text') {
  return { term: { kind, pattern, matchCase: false, wholeWord: false }, colour, on: true }
}

/** The page begins with these rules. */
function keep(page: Page, rules: readonly object[]): Promise<unknown> {
  return page.addInitScript((kept) => {
    if (localStorage.getItem('rastro:highlight-rules') === null)
      localStorage.setItem('rastro:highlight-rules', kept)
  }, JSON.stringify(rules))
}

async function openColours(page: Page) {
  await page.keyboard.press('Alt+h')
  const dialog = page.getByRole('dialog', { name: /Cores nas linhas|Colours in the lines/ })
  await expect(dialog).toBeVisible()
  const patterns = () =>
    dialog
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  return { dialog, patterns }
}

test('moves rules by keys and by dragging, and the lower one is seen', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'app.log')
  await writeFile(file, 'order 18 placed\n')
  const { page } = rastro
  await keep(page, [rule('order 18', 4), rule('order', 2), rule('placed', 3)])
  await rastro.read((await serve([file])).url)
  const line = rastro.line('order 18 placed')
  await expect(line.locator('.label-2')).toHaveText('order')

  const { dialog, patterns } = await openColours(page)
  expect(await patterns()).toEqual(['order 18', 'order', 'placed'])
  const grip = dialog.getByRole('button', { name: 'Mover a regra 1', exact: true })
  await grip.focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(patterns).toEqual(['order', 'order 18', 'placed'])
  await expect(dialog.getByRole('status')).toHaveText('Agora na posição 2 de 3.')
  await expect(dialog.getByRole('button', { name: 'Mover a regra 2', exact: true })).toBeFocused()
  await expectAccessible(page, 'rules in an order')
  await dialog.getByRole('button', { name: /Cor da regra 2/ }).click()
  await expect(page.getByRole('option', { name: 'Vermelho' })).toBeVisible()
  await expectAccessible(page, 'the colours of a rule')
  await page.keyboard.press('Escape')

  // Alt with an arrow key moves it also from its field, and no further than the end.
  const field = dialog.getByRole('textbox', { name: 'Texto ou padrão da regra 3' })
  await field.focus()
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(patterns).toEqual(['placed', 'order', 'order 18'])
  await expect(dialog.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  expect(await patterns()).toEqual(['placed', 'order', 'order 18'])

  const from = await dialog
    .getByRole('button', { name: 'Mover a regra 1', exact: true })
    .boundingBox()
  const to = await dialog
    .getByRole('button', { name: 'Mover a regra 3', exact: true })
    .boundingBox()
  if (from === null || to === null) throw new Error('The grips are not on the screen.')
  await page.mouse.move(from.x + 5, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 5, to.y + to.height, { steps: 6 })
  await page.mouse.up()
  await expect.poll(patterns).toEqual(['order', 'order 18', 'placed'])
  await page.mouse.move(from.x + 5, from.y + 8)
  expect(await patterns()).toEqual(['order', 'order 18', 'placed'])

  await page.keyboard.press('Escape')
  await expect(line.locator('.label-4')).toHaveText('order 18')
  await page.waitForFunction(() =>
    localStorage
      .getItem('rastro:highlight-rules')
      ?.startsWith('[{"term":{"kind":"text","pattern":"order"'),
  )
})

test('keeps a rule whose pattern is not finished yet', async ({ folder, serve, rastro }) => {
  const file = join(folder, 'app.log')
  await writeFile(file, 'order 18 placed\n')
  const { page } = rastro
  await keep(page, [rule('order (', 4, 'regexp')])
  await rastro.read((await serve([file])).url)
  const { dialog, patterns } = await openColours(page)
  await expect(dialog.getByRole('alert')).toHaveText('Isto ainda não é uma expressão regular.')
  await dialog.getByRole('button', { name: 'Adicionar regra' }).click()
  await dialog.getByRole('textbox').last().fill('placed')
  await page.keyboard.press('Escape')
  await openColours(page)
  expect(await patterns()).toEqual(['order (', 'placed'])
})

test.describe('on an English system', () => {
  test.use({ locale: 'en-GB' })

  test('exports the rules, and imports them beside those that are there', async ({
    folder,
    serve,
    rastro,
  }) => {
    const file = join(folder, 'app.log')
    await writeFile(file, `order 18 ${HOSTILE}\n`)
    const { page } = rastro
    await keep(page, [rule(HOSTILE, 4), rule('<img', 2)])
    await page.goto((await serve([file])).url)
    await rastro.button('Read Logs').click()
    await expect(rastro.line('order 18')).toBeVisible()
    const { dialog, patterns } = await openColours(page)
    const status = dialog.getByRole('status')
    const saving = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Export all' }).click()
    const download = await saving
    expect(download.suggestedFilename()).toBe('rastro-colours.json')
    const saved = await download.path()
    const text = await readFile(saved, 'utf8')
    expect(JSON.parse(text).rules).toEqual([rule(HOSTILE, 4), rule('<img', 2)])

    const choose = async (name: string, content: string) => {
      const path = join(folder, name)
      await writeFile(path, content)
      const chooser = page.waitForEvent('filechooser')
      await dialog.getByRole('button', { name: 'Import…' }).click()
      await (await chooser).setFiles(path)
    }
    await choose('own.json', text)
    await expect(status).toHaveText('All rules of this file are here already.')
    await choose('damaged.json', text.replace('"colour": 2', '"colour": 20'))
    await expect(status).toHaveText('Rule 2 of this file is damaged; nothing was imported.')
    await choose('filters.json', encodeFilterSets([]))
    await expect(status).toHaveText(/This is a file of filters/)
    await choose('notes.txt.json', 'not json')
    await expect(status).toHaveText('This is no file of highlight rules; nothing was imported.')
    expect(await patterns()).toEqual([HOSTILE, '<img'])

    await dialog.getByRole('button', { name: 'Remove rule 1' }).click()
    await expect.poll(patterns).toEqual(['<img'])
    await choose('again.json', text)
    await expect(status).toHaveText('1 rule was imported.')
    expect(await patterns()).toEqual(['<img', HOSTILE])
    await expect(dialog.locator('img')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(rastro.line('order 18').locator('.label-2')).toHaveText('<img')
  })
})
