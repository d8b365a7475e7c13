import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { numbered } from './numbered.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

const HOSTILE =
  '<img src=x onerror="alert(1)"> {{7*7}} $t(app.name) \u001b[31mred\u001b[0m \u202eevil'

/** Makes the line active with the mouse and sets a bookmark by its key. */
async function mark(rastro: RastroPage, number: number): Promise<void> {
  await rastro.numbered(number).click()
  await rastro.page.keyboard.press('m')
  await expect(sign(rastro, number)).toBeVisible()
}

function sign(rastro: RastroPage, number: number) {
  return rastro.numbered(number).getByRole('img', { name: /^(Marcador|Bookmark)/ })
}

test('marks lines, goes from one to the next, and keeps a list with notes', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  const { keyboard } = page
  await open(`${numbered(1, 40)}${HOSTILE}\n${numbered(41, 501)}`)
  await keyboard.press('g')
  await mark(rastro, 3)
  await mark(rastro, 20)
  await rastro.grid.focus()
  await keyboard.press('Control+g')
  await page.getByRole('dialog').getByRole('textbox').fill('40')
  await keyboard.press('Enter')
  await expect(rastro.numbered(40)).toBeInViewport()

  // With a note and a colour, at the line with everything that a line can do to a page.
  await keyboard.press('Shift+M')
  const editor = page.getByRole('dialog', { name: 'Marcador da linha 40' })
  await expect(editor.getByRole('textbox', { name: 'Nota' })).toBeFocused()
  await keyboard.type('<b>aqui</b> $t(app.name) {{x}}')
  await editor.getByRole('radio', { name: 'Violeta' }).check({ force: true })
  await editor.getByRole('button', { name: 'Guardar' }).click()
  await expect(
    rastro.numbered(40).getByRole('img', { name: 'Marcador: <b>aqui</b> $t(app.name) {{x}}' }),
  ).toBeVisible()

  // Next and previous go round.
  await expect(rastro.grid).toBeFocused()
  await keyboard.press(']')
  await expect(rastro.numbered(3)).toHaveAttribute('aria-selected', 'true')
  await keyboard.press(']')
  await expect(rastro.numbered(20)).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('[')
  await keyboard.press('[')
  await expect(rastro.numbered(40)).toHaveAttribute('aria-selected', 'true')

  await keyboard.press('b')
  const list = page.getByRole('dialog', { name: 'Marcadores de app.log' })
  const rows = list.getByRole('grid', { name: 'Marcadores' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(2)).toContainText('Linha 40')
  await expect(rows.nth(2)).toContainText('<b>aqui</b>')
  await expect(rows.nth(2)).toContainText('<img src=x onerror="alert(1)">')
  await expect(rows.nth(2)).not.toContainText('\u202e')
  await expect(list.locator('img, b')).toHaveCount(0)

  await rows.nth(1).getByRole('button', { name: 'Remover o marcador da linha 20' }).click()
  await expect(rows).toHaveCount(2)
  await rows.nth(0).getByRole('button', { name: 'Nota e cor da linha 3' }).click()
  await page.getByRole('textbox', { name: 'Nota' }).fill('o começo')
  await keyboard.press('Enter')
  // The list comes back.
  await expect(rows.nth(0)).toContainText('o começo')
  await rows.nth(0).focus()
  await keyboard.press('Enter')
  await expect(list).toHaveCount(0)
  await expect(rastro.numbered(3)).toHaveAttribute('aria-selected', 'true')
  await expect(sign(rastro, 20)).toHaveCount(0)

  // The same key takes it away.
  await keyboard.press('m')
  await expect(sign(rastro, 3)).toHaveCount(0)
})

test('finds bookmarks again after a restart, wherever their lines stand by then', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'app.log')
  await writeFile(file, numbered(1, 301))
  const { page } = rastro
  const first = await serve([file])
  await rastro.read(first.url)
  await expect(rastro.numbered(300)).toBeVisible()
  await page.keyboard.press('g')
  await mark(rastro, 2)
  await mark(rastro, 7)
  await mark(rastro, 11)
  await mark(rastro, 12)
  await page.reload()
  await rastro.button('Ler Logs').click()
  await page.keyboard.press('g')
  for (const number of [2, 7, 11, 12]) await expect(sign(rastro, number)).toBeVisible()

  // Another file is at the path: lines 1 to 5 are gone, and thousands of others before two of them.
  await first.stop()
  await writeFile(
    file,
    `${numbered(6, 11)}${numbered(90_000, 95_000)}line 11\n${numbered(20, 30)}line 12\nlast\n`,
  )
  await serve([file], '--port', String(first.port))
  await page.reload()
  await rastro.button('Ler Logs').click()
  await rastro.expectLines('5.018 linhas')
  await page.keyboard.press('b')
  const rows = page.getByRole('grid', { name: 'Marcadores' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.filter({ hasText: 'line 7' })).toContainText('Linha 2')
  await expect(rows.filter({ hasText: 'line 11' })).toContainText('Linha 5.006')
  await expect(rows.filter({ hasText: 'line 12' })).toContainText('Linha 5.017')
  await expect(rows.filter({ hasText: 'Não está mais no log' })).toHaveCount(1)
  await rows.filter({ hasText: 'line 12' }).click()
  await expect(rastro.numbered(5017)).toHaveAttribute('aria-selected', 'true')
  await expect(sign(rastro, 5017)).toBeVisible()
  await expect(sign(rastro, 5006)).toBeVisible()
})

test.describe('in English', () => {
  test.use({ locale: 'en' })

  test('keeps bookmarks while the log is rotated, and removes them all', async ({
    open,
    rastro,
  }) => {
    const { page } = rastro
    const { file } = await open(numbered(1, 31))
    await mark(rastro, 12)
    await page.keyboard.press('b')
    const list = page.getByRole('dialog', { name: 'Bookmarks of app.log' })
    await expect(list.getByRole('row')).toContainText('line 12')
    await page.keyboard.press('Escape')
    await rename(file, `${file}.1`)
    await writeFile(file, numbered(31, 41))
    await expect(rastro.numbered(40)).toBeVisible()
    await expect(sign(rastro, 12)).toBeVisible()
    await page.keyboard.press('b')
    await list.getByRole('button', { name: 'Remove all' }).click()
    await expect(list).toContainText('No bookmarks yet')
    await page.keyboard.press('Escape')
    await expect(sign(rastro, 12)).toHaveCount(0)
  })
})
