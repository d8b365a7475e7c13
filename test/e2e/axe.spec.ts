import { appendFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { rulesIn, THEMES } from './axe-themes.ts'
import { COLOURFUL, ORDINARY } from './colourful-lines.ts'
import { expectAccessible } from './expect-accessible.ts'
import { FilterBar } from './filter-bar.ts'
import { expect, test } from './rastro-test.ts'
import { SearchPage } from './search-page.ts'

// Axe looks at every element of a page two dozen times: far above what a free machine needs.
test.describe.configure({ timeout: 600_000 })

/** Runs a command by its name in the palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Comandos' })
  await expect(palette).toBeVisible()
  await page.keyboard.type(name)
  await palette.getByRole('option').first().click()
  await expect(palette).toHaveCount(0)
}

for (const [theme, contrast] of THEMES) {
  test(`finds nothing in the lines and dialogs, ${theme}, contrast ${contrast}`, async ({
    show,
    rastro,
  }) => {
    const { page } = rastro
    const { keyboard } = page
    const check = (state: string) => expectAccessible(page, state, rulesIn(theme))
    await page.emulateMedia({ colorScheme: theme, contrast })
    const { file } = await show({ 'app.log': `${ORDINARY}${COLOURFUL}\n`, 'other.log': ORDINARY })
    await check('unread')

    await rastro.button('Ler Logs').click()
    await expect(rastro.line('IllegalStateException')).toBeVisible()
    await check('live')
    await rastro.line('ERROR [auth]').click()
    await rastro.button('Pausar').click()
    await appendFile(file, 'ERROR one more\n')
    await expect(rastro.toolbar).toContainText('+1 linha')
    // Away from the button: a tooltip belongs to no landmark.
    await rastro.grid.hover()
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    await check('paused, with a selected line')
    await rastro.button('Continuar').click()

    for (const [keys, name] of [
      ['Control+k', 'Comandos'],
      ['?', 'Atalhos do teclado'],
      ['Control+o', 'Abrir um log'],
      ['Control+u', 'Conectar a um fluxo'],
      ['Control+g', /^Ir para/],
      ['Enter', /^Linha /],
      ['Control+s', /^Salvar/],
      ['Shift+M', /^Marcador/],
    ] as const) {
      await rastro.grid.focus()
      await keyboard.press(keys)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      await check(String(name))
      await keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }

    await keyboard.press('Control+k')
    await keyboard.type('aparencia')
    await expect(page.getByRole('option').first()).toBeVisible()
    await check('palette with results')
    await keyboard.press('Escape')

    await keyboard.press('?')
    await page.getByRole('button', { name: 'Mudar atalhos…' }).click()
    await page.getByRole('button', { name: 'Mudar as teclas de Ler Logs ou Parar' }).click()
    await keyboard.press('Control+o')
    await expect(page.getByRole('alert').filter({ hasText: 'Já é de' })).toBeVisible()
    await check('keys that belong to another command')
    await keyboard.press('Escape')
    await keyboard.press('Escape')

    await rastro.button('Aparência e idioma').click()
    await expect(page.getByRole('radio', { name: 'Alto contraste' })).toBeVisible()
    await check('preferences')
    await keyboard.press('Escape')
    await rastro.button('Mais').click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await check('menu of the toolbar')
    await keyboard.press('Escape')

    await rastro.grid.focus()
    await keyboard.press('m')
    await keyboard.press('b')
    await expect(page.getByRole('dialog', { name: /^Marcadores/ })).toBeVisible()
    await check('bookmarks')
    await keyboard.press('Escape')

    await keyboard.press('Alt+h')
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('colours and rules')
    await keyboard.press('Escape')
  })

  test(`finds nothing in the panes, ${theme}, contrast ${contrast}`, async ({ open, rastro }) => {
    const { page } = rastro
    const { keyboard } = page
    const check = (state: string) => expectAccessible(page, state, rulesIn(theme))
    await page.emulateMedia({ colorScheme: theme, contrast })
    await open({ 'app.log': `${ORDINARY}${COLOURFUL}\n`, 'other.log': ORDINARY })
    await expect(rastro.line('IllegalStateException')).toBeVisible()

    await rastro.grid.focus()
    await keyboard.press('Control+f')
    await keyboard.type('order 1')
    const results = page.getByRole('region', { name: 'Resultados da busca' })
    await expect(results.getByRole('row').first()).toBeVisible()
    await check('search with results')
    const search = new SearchPage(page)
    await search.toggle('Expressão regular').click()
    await search.field.fill('order [z-a]')
    await expect(search.bar).toContainText('Este intervalo está ao contrário.')
    await check('search with a mistake')
    await search.field.fill('order 1')
    await search.toggle('Expressão regular').click()
    await search.field.focus()
    await keyboard.press('Escape')
    await expect(search.results).toHaveCount(0)

    await rastro.line('"level":"error"').click()
    await keyboard.press('i')
    const details = page.getByRole('complementary', { name: /Detalhes/ })
    await expect(details.getByRole('row', { name: 'msg no' })).toBeVisible()
    await check('details with a tree')

    const bars = page.getByRole('slider', { name: 'Linhas ao longo do tempo' })
    await bars.press('Home')
    await bars.press('Shift+ArrowRight')
    await expect(bars).toHaveAttribute('aria-valuetext', /^Selecionado/)
    await check('a part of the histogram')
    await bars.press('Escape')

    const filters = new FilterBar(page)
    await filters.add('Incluir', 'shop')
    await filters.add('Excluir', 'order 2')
    await filters.add('Destacar', 'took')
    await filters.chip('Excluir: order 2').click({ position: { x: 60, y: 12 } })
    await expect(filters.chip('Excluir: order 2')).toHaveAttribute('aria-selected', 'false')
    await check('filters')

    await command(page, 'Só erros e piores')
    await check('filtered by level')
    await command(page, 'Filtros salvos')
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('saved filters')
    await keyboard.press('Escape')

    await command(page, 'Mostrar dois logs')
    await expect(page.getByRole('grid', { name: /^Linhas de/ })).toHaveCount(2)
    await check('two logs side by side')
  })
}
