import { appendFile } from 'node:fs/promises'
import { FilterBar } from './filter-bar.ts'
import { levelledService } from './levelled-service.ts'
import { expect, test } from './rastro-test.ts'

test('includes, excludes, switches, lifts and counts what is hidden', async ({ open, rastro }) => {
  const { file } = await open(levelledService(0, 3000))
  const bar = new FilterBar(rastro.page)
  await expect(rastro.line('n2999')).toBeVisible()

  await bar.add('Incluir', 'cache miss')
  await expect(bar.words).toHaveText('1.000 de 3.000 linhas à mostra, 2.000 ocultas')
  await expect(rastro.line('n2999')).toHaveCount(0)
  await expect(rastro.line('n2997')).toBeVisible()

  await bar.add('Excluir', 'WARN')
  await expect(bar.words).toHaveText('910 de 3.000 linhas à mostra, 2.090 ocultas')

  // What comes is filtered too.
  await appendFile(file, levelledService(3000, 3003))
  await expect(bar.words).toHaveText('911 de 3.003 linhas à mostra, 2.092 ocultas')
  await expect(rastro.line('n3000')).toBeVisible()

  // A click switches one off, and on again.
  const include = bar.chip('Incluir: cache miss')
  await expect(include).toHaveAttribute('aria-selected', 'true')
  await include.click({ position: { x: 60, y: 12 } })
  await expect(include).toHaveAttribute('aria-selected', 'false')
  await expect(bar.words).toHaveText('2.733 de 3.003 linhas à mostra, 270 ocultas')
  await include.click({ position: { x: 60, y: 12 } })
  await expect(bar.words).toHaveText('911 de 3.003 linhas à mostra, 2.092 ocultas')

  // One key shows everything, and filters again.
  await rastro.grid.focus()
  await rastro.page.keyboard.press('a')
  await expect(bar.words).toHaveText('Todas as linhas estão à mostra; o filtro ocultaria 2.092')
  await expect(rastro.line('n3002')).toBeVisible()
  await rastro.page.keyboard.press('a')
  await expect(rastro.line('n3002')).toHaveCount(0)

  // They are back after the page is loaded again.
  await rastro.page.reload()
  await rastro.button('Ler Logs').click()
  await expect(bar.words).toHaveText('911 de 3.003 linhas à mostra, 2.092 ocultas')
  await bar.button('Remover todos os filtros').click()
  await expect(bar.chips).toHaveCount(0)
  await expect(rastro.line('n3002')).toBeVisible()
})

test('leaves the lines their room, however many filters there are', async ({ open, rastro }) => {
  await rastro.page.setViewportSize({ width: 900, height: 600 })
  await open(levelledService(0, 300))
  const bar = new FilterBar(rastro.page)
  for (let number = 1; number <= 10; number++)
    await bar.add('Excluir', `nothing that stands in any of the lines ${number}`)
  await expect(bar.words).toHaveText(/300 de 300 linhas/)
  expect((await rastro.grid.boundingBox())?.height).toBeGreaterThan(200)
  // The keyboard brings into view what it comes to.
  await bar.chips.last().focus()
  await expect(bar.chips.last()).toBeInViewport({ ratio: 1 })
  await bar.chips.first().focus()
  await expect(bar.chips.first()).toBeInViewport({ ratio: 1 })
})

test('stays on the line when a filter is switched', async ({ open, rastro }) => {
  await open(levelledService(0, 30_000))
  const bar = new FilterBar(rastro.page)
  await expect(rastro.line('n29999')).toBeVisible()
  await bar.add('Incluir', 'cache miss')
  await expect(bar.words).toHaveText('10.000 de 30.000 linhas à mostra, 20.000 ocultas')
  await rastro.grid.focus()
  await rastro.page.keyboard.press('g')
  await rastro.turnPages('PageDown', 1)
  await rastro.line(/n120$/).click()
  await expect(rastro.line(/n120$/)).toHaveAttribute('aria-selected', 'true')
  const top = async () => (await rastro.line(/n120$/).boundingBox())?.y
  const before = await top()
  for (const words of [
    'Todas as linhas estão à mostra; o filtro ocultaria 20.000',
    '10.000 de 30.000 linhas à mostra, 20.000 ocultas',
  ]) {
    await rastro.grid.focus()
    await rastro.page.keyboard.press('a')
    await expect(bar.words).toHaveText(words)
    await expect.poll(top).toBe(before)
    await expect(rastro.line(/n120$/)).toHaveAttribute('aria-selected', 'true')
  }
})

test('shows levels by switches with their counts, and lines around what matches', async ({
  open,
  rastro,
}) => {
  const { file } = await open(levelledService(0, 3000))
  const bar = new FilterBar(rastro.page)
  await expect(bar.level('Erro')).toHaveAccessibleName('Erro: 30 linhas')
  await expect(bar.level('Info')).toHaveAccessibleName('Info: 2.700 linhas')
  await bar.level('Info').click()
  await expect(bar.level('Info')).toHaveAttribute('aria-pressed', 'false')
  await expect(bar.words).toHaveText('300 de 3.000 linhas à mostra, 2.700 ocultas')
  await appendFile(file, levelledService(3000, 3001))
  await expect(bar.level('Erro')).toHaveAccessibleName('Erro: 31 linhas')
  await expect(bar.words).toHaveText('301 de 3.001 linhas à mostra, 2.700 ocultas')

  await bar.level('Erro').click({ modifiers: ['Alt'] })
  await expect(bar.words).toHaveText('31 de 3.001 linhas à mostra, 2.970 ocultas')
  await bar.chooseExtent('A linha, 2 antes e 2 depois')
  // The first one has nothing before it, the last one nothing after.
  await expect(bar.words).toHaveText('151 de 3.001 linhas à mostra, 2.850 ocultas')
  await expect(rastro.line('n2998')).toBeVisible()
  await expect(rastro.line('n2997')).toHaveCount(0)
})

test('hides lines like the selected one, and edits, moves and removes filters by keyboard', async ({
  open,
  rastro,
}) => {
  await open(levelledService(0, 3000))
  const bar = new FilterBar(rastro.page)
  const { keyboard } = rastro.page
  await rastro.line('n2997').click()
  await keyboard.press('h')
  await expect(bar.words).toHaveText('2.100 de 3.000 linhas à mostra, 900 ocultas')
  await expect(bar.chips).toHaveCount(1)

  await rastro.grid.focus()
  await keyboard.press('Shift+F')
  await expect(bar.field).toBeFocused()
  await keyboard.type('request')
  await keyboard.press('Enter')
  await expect(bar.chips).toHaveCount(2)
  await expect(bar.words).toHaveText('2.000 de 3.000 linhas à mostra, 1.000 ocultas')

  const request = bar.chip('Incluir: request')
  await request.focus()
  await keyboard.press('Alt+ArrowLeft')
  await expect(bar.chips.first()).toHaveAccessibleName(/^Incluir: request/)

  await request.focus()
  await keyboard.press('F2')
  const editor = rastro.page.getByRole('dialog', { name: 'Editar request' })
  await expect(editor.getByRole('textbox')).toBeFocused()
  await keyboard.press('Control+A')
  await keyboard.type('ERROR')
  await editor.getByRole('button', { name: 'Diferenciar maiúsculas de minúsculas' }).click()
  await editor.getByRole('button', { name: 'Aplicar' }).click()
  await expect(editor).toHaveCount(0)
  await expect(bar.words).toHaveText('30 de 3.000 linhas à mostra, 2.970 ocultas')

  const error = bar.chip('Incluir: ERROR')
  await expect(error).toBeFocused()
  await keyboard.press('Delete')
  await expect(bar.chips).toHaveCount(1)
  await bar.chips
    .first()
    .getByRole('button', { name: /^Remover/ })
    .click()
  await expect(bar.chips).toHaveCount(0)
  await expect(rastro.line('n2999')).toBeVisible()
})

test('moves filters by dragging them', async ({ open, rastro }) => {
  await open(levelledService(0, 100))
  const bar = new FilterBar(rastro.page)
  for (const pattern of ['one', 'two', 'three']) await bar.add('Destacar', pattern)
  const names = () => bar.chips.evaluateAll((chips) => chips.map((chip) => chip.ariaLabel))
  await expect(bar.chips).toHaveCount(3)
  const last = await bar.chips.last().boundingBox()
  await bar.chips.first().dragTo(bar.chips.last(), {
    sourcePosition: { x: 60, y: 12 },
    targetPosition: { x: (last?.width ?? 0) - 4, y: 12 },
  })
  await expect.poll(names).toEqual(['Destacar: two', 'Destacar: three', 'Destacar: one'])
})

test('tells of patterns with mistakes and of those that run away, and shows all lines', async ({
  open,
  rastro,
}) => {
  await open(`\u202e<img src=x onerror=alert(1)>\0\x1b[31m\n${'a'.repeat(300)}!\nlast\n`)
  const bar = new FilterBar(rastro.page)
  await bar.region.getByRole('button', { name: 'Expressão regular' }).click()
  await bar.add('Incluir', 'a(')
  await expect(bar.alert).toContainText('O padrão tem um erro no caractere')
  await expect(rastro.line('last')).toBeVisible()
  await bar.chip('Incluir: a(').getByRole('button', { name: 'Remover a(' }).click()

  await bar.add('Incluir', '(a|aa)+$')
  await expect(bar.alert).toContainText('Um padrão demorou demais')
  await expect(rastro.line('last')).toBeVisible()
  await bar.button('Remover todos os filtros').click()

  // What would act stands in the chip as a sign, and as text.
  await bar.region.getByRole('button', { name: 'Expressão regular' }).click()
  await bar.add('Destacar', '\u202e<img src=x onerror=alert(1)>')
  await expect(bar.chips).toContainText('⟨U+202E⟩<img src=x onerror=alert(1)>')
  await expect(rastro.page.locator('.chip img')).toHaveCount(0)
})

test('says that a filter hides every line, and shows them again in place', async ({
  open,
  rastro,
}) => {
  const { file } = await open(levelledService(0, 100))
  const main = rastro.page.getByRole('main')
  const bar = new FilterBar(rastro.page)
  await bar.add('Incluir', 'nowhere')
  const heading = main.getByRole('heading', { name: 'Nenhuma linha passa pelo filtro' })
  await expect(heading).toBeVisible()
  await expect(main).toContainText('100 linhas estão ocultas.')
  await main.getByRole('button', { name: 'Mostrar tudo' }).click()
  await expect(rastro.line('n99')).toBeVisible()
  await expect(heading).toBeHidden()
  await expect(rastro.grid).toBeFocused()

  await rastro.grid.press('a')
  await expect(heading).toBeVisible()
  await appendFile(file, 'somewhere, nowhere\n')
  await expect(rastro.line('somewhere, nowhere')).toBeVisible()
  await expect(heading).toBeHidden()
})
