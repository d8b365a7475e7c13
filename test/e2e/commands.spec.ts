import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('finds a command by a few letters of its name, and puts it first from then on', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open(numbered(1, 501))
  await rastro.grid.focus()

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Comandos' })
  await expect(palette.getByRole('option', { name: 'Ler Logs ou Parar' })).toBeVisible()
  await expect(palette.getByRole('option', { name: /Abrir arquivo…/ })).toContainText('CtrlO')
  await page.keyboard.type('INICIO')
  await expect(palette.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(rastro.numbered(1)).toBeInViewport()
  await expect(rastro.grid).toBeFocused()

  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('group', { name: 'Recentes' }).getByRole('option')).toHaveText([
    /Ir para o início/,
  ])
  await page.keyboard.type('no such thing')
  await expect(palette).toContainText('Nada tem esse nome.')
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await expect(rastro.grid).toBeFocused()
})

test('switches logs from the palette, whatever they are called', async ({
  folder,
  serve,
  rastro,
}) => {
  const one = join(folder, 'one.log')
  const two = join(folder, 'two <img src=x onerror=alert(1)>\u202e.log')
  await writeFile(one, 'from one\n')
  await writeFile(two, 'from two\n')
  const { page } = rastro
  await rastro.read((await serve([one, two])).url)
  await expect(rastro.line('from one')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('two img')
  await page.keyboard.press('Enter')
  await expect(rastro.line('from two')).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
})

test('moves by the letters of vi as well as by arrows', async ({ open, rastro }) => {
  const { keyboard } = rastro.page
  await open(numbered(1, 501))
  const active = rastro.rows.and(rastro.page.locator('[aria-selected="true"]'))
  await keyboard.press('g')
  await expect(rastro.numbered(1)).toBeInViewport()
  await keyboard.press('j')
  const first = Number(await active.getAttribute('aria-rowindex'))
  await keyboard.press('j')
  await expect(active).toHaveAttribute('aria-rowindex', String(first + 1))
  await keyboard.press('k')
  await expect(active).toHaveAttribute('aria-rowindex', String(first))
  await keyboard.press('Shift+J')
  await expect(active).toHaveCount(2)
  await keyboard.press('Shift+G')
  await expect(rastro.numbered(500)).toBeInViewport()
})

test('changes keys, says whose they were, and keeps them', async ({ open, rastro }) => {
  const { page } = rastro
  await open('one\n')
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Mudar atalhos…' }).click()
  const editor = page.getByRole('dialog', { name: 'Mudar atalhos' })
  await editor.getByRole('searchbox', { name: 'Encontrar um comando' }).fill('conectar')
  await editor.getByRole('button', { name: 'Mudar as teclas de Conectar URL…' }).click()
  const field = editor.getByRole('textbox', { name: /Novas teclas de Conectar URL…/ })
  await expect(field).toBeFocused()

  await page.keyboard.press('Control+o')
  await expect(editor.getByRole('alert')).toHaveText('Já é de “Abrir arquivo…”.')
  await page.keyboard.press('ArrowDown')
  await expect(editor.getByRole('alert')).toHaveText('As próprias linhas precisam dessa tecla.')
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(editor).toBeVisible()

  await editor.getByRole('button', { name: 'Mudar as teclas de Conectar URL…' }).click()
  await page.keyboard.press('Control+o')
  await editor.getByRole('button', { name: 'Usar aqui' }).click()
  const row = editor.getByRole('listitem')
  const change = row.getByRole('button', { name: 'Mudar as teclas de Conectar URL…' })
  await expect(row).toContainText('CtrlO')
  await expect(change).toBeFocused()
  // What takes keys away comes behind them, and leaves the keyboard in its row.
  await page.keyboard.press('Tab')
  await expect(row.getByRole('button', { name: 'Restaurar Conectar URL…' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('sem teclas')
  await expect(change).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('CtrlU')
  await expect(change).toBeFocused()
  // Nobody else has them any more.
  await change.click()
  await page.keyboard.press('Control+o')
  await expect(row).toContainText('CtrlO')
  await editor.getByRole('button', { name: 'Pronto' }).click()

  await page.keyboard.press('Control+o')
  await expect(page.getByRole('dialog', { name: 'Conectar a um fluxo' })).toBeVisible()
  await page.keyboard.press('Escape')
  // A mouse that moves: one that only appears there was put there by the keyboard's doing.
  await rastro.grid.hover()
  await rastro.button('Conectar URL…').hover()
  await expect(page.getByRole('tooltip')).toContainText('Ctrl+O')

  await page.reload()
  await expect(rastro.button('Ler Logs')).toBeVisible()
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('dialog', { name: 'Conectar a um fluxo' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Mudar atalhos…' }).click()
  await editor.getByRole('button', { name: 'Restaurar todos' }).click()
  await editor.getByRole('button', { name: 'Pronto' }).click()
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('dialog', { name: 'Abrir um log' })).toBeVisible()
})

test('closes a dialog with one Escape, though the mouse rests on a button with a tooltip', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open('one\n')
  for (const [keys, name] of [
    ['Control+k', 'Comandos'],
    ['?', 'Atalhos do teclado'],
  ] as const) {
    await rastro.grid.hover()
    await rastro.button('Conectar URL…').hover()
    await expect(page.getByRole('tooltip')).toBeVisible()
    await rastro.grid.focus()
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('keeps what Escape would leave where it closes the tooltip of the button that has the focus', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open('one\n')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('one')
  await expect(page.getByRole('region', { name: 'Resultados da busca' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Resultados da busca' })).toBeVisible()
})

test.describe('in English', () => {
  test.use({ locale: 'en' })

  test('names its commands in the language of the page', async ({ show, rastro }) => {
    const { page } = rastro
    await show('one\n')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('read log')
    await page.keyboard.press('Enter')
    await expect(rastro.numbered(1)).toBeVisible()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(help.getByRole('heading', { name: 'Moving' })).toBeVisible()
    await expect(help.getByText('Select all')).toBeVisible()

    const keys = await help
      .locator('dd')
      .evaluateAll((lists) =>
        lists.flatMap((list) =>
          [...list.querySelectorAll('.keys')].map((one) =>
            [...one.querySelectorAll('kbd')].map((key) => key.textContent).join('+'),
          ),
        ),
      )
    expect(keys.length).toBeGreaterThan(20)
    // Escape ends whatever there is to end.
    const twice = keys.filter((key, at) => key !== 'Esc' && keys.indexOf(key) !== at)
    expect(twice, 'no two commands have the same keys').toEqual([])
  })
})
