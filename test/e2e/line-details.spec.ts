import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from './expect-accessible.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

const order = (id: number, name: string) =>
  JSON.stringify({
    level: 'info',
    msg: 'placed',
    user: { id, name },
    site: 'https://example.com/a',
  })
const LINES = [
  order(4, 'Ana'),
  order(42, 'Bea'),
  order(4, 'Caio'),
  'ts=2026-11-23T13:16:15Z level=warn msg="slow request"',
  '2026-11-23 13:16:16 ERROR main: it broke',
  '\tat one (one.ts:1:1)',
  '\tat two (two.ts:2:2)',
  '2026-11-23 13:16:17 INFO main: it goes on',
]

const pane = ({ page }: RastroPage) =>
  page.getByRole('complementary', { name: /Detalhes da linha|Details of the line/ })

/** A field of the pane by its path. */
const field = (rastro: RastroPage, text: string) => pane(rastro).getByRole('row', { name: text })

async function choose(rastro: RastroPage, path: string, action: string): Promise<void> {
  await pane(rastro)
    .getByRole('button', { name: `O que fazer com ${path}`, exact: true })
    .click()
  await rastro.page.getByRole('menuitem', { name: action }).click()
}

test('shows the active line as a tree, by keyboard alone', async ({ open, rastro }) => {
  await open(`${LINES.join('\n')}\n`)
  const { page } = rastro
  await rastro.line('Ana').click()
  await page.keyboard.press('i')
  await expect(pane(rastro).getByRole('heading', { name: 'Linha 1' })).toBeVisible()
  await expect(field(rastro, 'name Ana')).toBeVisible()
  await expectAccessible(page, 'details of JSON')
  // The next line replaces it, and what was closed stays closed.
  await pane(rastro).getByRole('row', { name: /^user/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(field(rastro, 'name Ana')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(rastro.grid).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(pane(rastro).getByRole('heading', { name: 'Linha 2' })).toBeVisible()
  await expect(field(rastro, 'name Bea')).toHaveCount(0)
  await pane(rastro).getByRole('row', { name: /^user/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(field(rastro, 'name Bea')).toBeVisible()
  await pane(rastro).getByRole('button', { name: 'Fechar os detalhes' }).click()
  await expect(pane(rastro)).toHaveCount(0)
  await expect(rastro.grid).toBeFocused()
})

test('shows only, hides and puts into a column what a field says', async ({ open, rastro }) => {
  await open(`${LINES.join('\n')}\n`)
  await rastro.line('Ana').click()
  await rastro.page.keyboard.press('i')
  await choose(rastro, 'user.id', 'Mostrar como coluna')
  await expect(rastro.grid.getByRole('columnheader', { name: 'user.id' })).toBeVisible()
  const cell = (name: string) => rastro.line(name).getByRole('gridcell').nth(1)
  await expect(cell('Bea')).toHaveText('42')
  await expect(cell('it broke')).toHaveText('')

  await choose(rastro, 'user.id', 'Mostrar só linhas com este valor')
  await expect(rastro.line('Caio')).toBeVisible()
  await expect(rastro.line('Bea')).toHaveCount(0)

  await pane(rastro).getByRole('button', { name: 'Remover a coluna user.id' }).click()
  await expect(rastro.grid.getByRole('columnheader')).toHaveCount(0)
})

test('shows the whole entry of a line within it', async ({ open, rastro }) => {
  await open(`${LINES.join('\n')}\n`)
  await rastro.line('at one').click()
  await rastro.page.keyboard.press('i')
  await expect(pane(rastro).getByRole('heading', { name: 'Linhas 5 a 7' })).toBeVisible()
  await expect(field(rastro, 'message it broke')).toBeVisible()
  await pane(rastro).getByRole('tab', { name: 'Texto' }).click()
  await expect(pane(rastro).getByRole('tabpanel')).toContainText('at two (two.ts:2:2)')
  await expectAccessible(rastro.page, 'details of an entry as text')
})

test('asks before it opens an address, and opens only addresses of the web', async ({
  context,
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'app.log')
  const line = { a: 'https://example.com/x', b: 'javascript:alert(1)', c: 'file:///etc/passwd' }
  await writeFile(file, `${JSON.stringify(line)}\n`)
  await rastro.read((await serve([file])).url)
  await context.route('https://example.com/**', (route) => route.fulfill({ body: 'reached' }))
  await rastro.line('https').click()
  await rastro.page.keyboard.press('i')
  const links = pane(rastro).getByRole('button', { name: /^Abrir / })
  await expect(links).toHaveText(['https://example.com/x'])
  await links.click()
  const question = rastro.page.getByRole('dialog', { name: 'Abrir este endereço?' })
  await expect(question).toContainText('https://example.com/x')
  await expectAccessible(rastro.page, 'question before a link')
  await rastro.page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  expect(context.pages()).toHaveLength(1)
  await links.click()
  const opened = context.waitForEvent('page')
  await question.getByRole('button', { name: 'Abrir', exact: true }).click()
  const other = await opened
  await expect(other).toHaveURL('https://example.com/x')
  expect(await other.evaluate(() => window.opener)).toBeNull()
})

test('shows hostile values as text, and no end of fields', async ({ open, rastro }) => {
  const markup = { '<b>name</b>': '<img src=x onerror=alert(1)>', bidi: 'a\u202eb\u0000' }
  const wide = Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`k${at}`, { at }]))
  await open(`${JSON.stringify(markup)}\n${JSON.stringify(wide)}\n`)
  await rastro.line('<b>name</b>').click()
  await rastro.page.keyboard.press('i')
  await expect(field(rastro, '<b>name</b> <img src=x onerror=alert(1)>')).toBeVisible()
  await expect(field(rastro, 'bidi a⟨U+202E⟩b␀')).toBeVisible()
  await rastro.line('"k0"').click()
  await expect(pane(rastro).getByRole('heading', { name: 'Linha 2' })).toBeVisible()
  await expect(pane(rastro)).toContainText('Há mais campos')
})

test.describe('on an English system', () => {
  test.use({ locale: 'en-GB' })

  test('is as wide as it was left, also by the keyboard', async ({ open, rastro }) => {
    const { page } = rastro
    await open(`${LINES.join('\n')}\n`)
    await rastro.line('slow request').click()
    await page.keyboard.press('i')
    await expect(field(rastro, 'msg slow request')).toBeVisible()
    const handle = page.getByRole('separator', { name: 'Width of the details' })
    await handle.focus()
    await page.keyboard.press('ArrowLeft')
    await expect(handle).toHaveAttribute('aria-valuenow', '396')
    await page.waitForFunction(() => localStorage.getItem('rastro:details')?.includes('396'))
    await page.reload()
    await expect(pane(rastro)).toContainText('Choose a line to see what it says.')
    await expect(handle).toHaveAttribute('aria-valuenow', '396')
  })
})

test('makes a column as wide as the values on the screen, not as the one that was chosen', async ({
  open,
  rastro,
}) => {
  const line = (service: string) => JSON.stringify({ msg: 'done', service })
  await open(`${[line('auth'), line('payments-gateway')].join('\n')}\n`)
  await rastro.line('auth').click()
  await rastro.page.keyboard.press('i')
  await choose(rastro, 'service', 'Mostrar como coluna')
  const cell = rastro.line('gateway').getByRole('gridcell').nth(1)
  await expect(cell).toHaveText('payments-gateway')
  const isCut = () => cell.evaluate((element) => element.scrollWidth > element.clientWidth)
  expect(await isCut()).toBe(false)
})

test('names the buttons of the pane in their tooltips, with their keys', async ({
  open,
  rastro,
}) => {
  await open(`${LINES.join('\n')}\n`)
  await rastro.line('Ana').click()
  await rastro.page.keyboard.press('i')
  await pane(rastro).getByRole('heading', { name: 'Linha 1' }).hover()
  await pane(rastro).getByRole('button', { name: 'Copiar o texto' }).hover()
  await expect(rastro.page.getByRole('tooltip', { name: 'Copiar o texto' })).toBeVisible()
  await pane(rastro).getByRole('button', { name: 'Fechar os detalhes' }).hover()
  await expect(rastro.page.getByRole('tooltip', { name: /^Fechar os detalhes ?I$/ })).toBeVisible()
  await rastro.page.getByRole('button', { name: 'Ocultar histograma' }).hover()
  const hide = rastro.page.getByRole('tooltip', { name: /^Ocultar histograma ?Shift\+T$/ })
  await expect(hide).toBeVisible()
})
