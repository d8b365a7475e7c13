import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../../src/server/start-server.ts'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './rastro-test.ts'

/** Lines of every level and of every kind of text that gets a colour. */
const COLOURFUL = [
  '2026-03-02T09:00:00.100Z FATAL [core] out of memory at 0x7fff5fbff8a0',
  '2026-03-02T09:00:00.200Z ERROR [auth] user=ana ip=10.0.0.7 "GET /login" 500 in 12 ms',
  'java.lang.IllegalStateException: pedido já confirmado',
  '    at br.com.loja.pedido.PedidoService.confirmar(PedidoService.java:142)',
  '2026-03-02T09:00:00.300Z WARN [shop] https://loja.example/p/1 took 8920 ms',
  '2026-03-02T09:00:00.400Z INFO [shop] id=6f1c2b6e-2f8d-4f6b-9c55-0a2b6d1f7c11 path=/var/log/x.log',
  '2026-03-02T09:00:00.500Z DEBUG [shop] "quoted" 42 true null',
  '2026-03-02T09:00:00.600Z TRACE [shop] POST /orders 201',
  '\u001b[31mred\u001b[0m \u001b[42mon green\u001b[0m \u001b[1;34mblue\u001b[0m',
  '<b>markup</b> \u0007 bell \u202e reversed 👩‍👩‍👧 e\u0301',
  '{"time":"2026-03-02T09:00:01Z","level":"error","msg":"no","nested":{"a":[1,2]}}',
].join('\n')

const ORDINARY = Array.from(
  { length: 300 },
  (_, index) =>
    `2026-03-02T08:${String(index % 60).padStart(2, '0')}:00Z INFO [shop] order ${index}\n`,
).join('')

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

const THEMES = [
  ['light', 'no-preference'],
  ['dark', 'no-preference'],
  ['dark', 'more'],
] as const

/** Names, roles and structure are the same in every theme: only the first one looks at all rules. */
const rulesIn = (theme: 'light' | 'dark') => (theme === 'light' ? undefined : ['color-contrast'])

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
    await keyboard.press('Escape')

    await rastro.line('ERROR [auth]').click()
    await keyboard.press('i')
    await expect(page.getByRole('complementary', { name: /Detalhes/ })).toBeVisible()
    await check('details of a line')

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

test('finds nothing at the first start, and while the server is away', async ({
  folder,
  rastro,
}) => {
  const server = await startServer({ token: null, generatorFile: join(folder, 'teste.log') })
  const { page } = rastro
  await page.goto(server.url)
  await expect(page.getByRole('heading', { name: 'Nenhum log ainda' })).toBeVisible()
  await expectAccessible(page, 'first start')
  await rastro.button('Ler Logs').click()
  await expect(rastro.rows.filter({ visible: true }).first()).toBeVisible()
  await server.close()
  await expect(rastro.status).toContainText('reconectando')
  await expectAccessible(page, 'server away')
})

test.describe('in a narrow window, in English', () => {
  test.use({ locale: 'en', viewport: { width: 360, height: 640 } })

  test('finds nothing', async ({ open, rastro }) => {
    const { page } = rastro
    await open(`${COLOURFUL}\n`)
    await expect(rastro.line('IllegalStateException')).toBeVisible()
    await expectAccessible(page, 'narrow')
    await rastro.button('More').click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await expectAccessible(page, 'narrow, with the menu')
    await page.keyboard.press('Escape')
    await rastro.button('Show or hide the sources').click()
    await expect(rastro.sources).toBeVisible()
    await expectAccessible(page, 'narrow, with the sources')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
    await expectAccessible(page, 'narrow palette')
  })
})
