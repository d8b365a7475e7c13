import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import { withoutPicker } from './file-picker.ts'
import { FilterBar } from './filter-bar.ts'
import { pasted } from './pasted.ts'
import { expect, test } from './rastro-test.ts'
import { SearchPage } from './search-page.ts'
import { tracedService } from './traced-service.ts'

test('shows and hides errors with their stack traces, and lines where those are chosen', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open(tracedService(0, 30))
  const bar = new FilterBar(page)
  await bar.level('Erro').click({ modifiers: ['Alt'] })
  await expect(bar.words).toHaveText('50 de 100 linhas à mostra, 50 ocultas')
  await expect(rastro.line('IllegalStateException: no 27')).toBeVisible()
  await expect(rastro.numbered(50)).toContainText('Caused by: java.io.IOException: disk')

  await bar.chooseExtent('Só a linha')
  await expect(bar.words).toHaveText('10 de 100 linhas à mostra, 90 ocultas')
  await expect(rastro.line('IllegalStateException')).toHaveCount(0)
  await bar.chooseExtent('A linha, 1 antes e 1 depois')
  await expect(bar.words).toHaveText('29 de 100 linhas à mostra, 71 ocultas')

  // It is so still after a restart, and the menu says so.
  await page.reload()
  await rastro.button('Ler Logs').click()
  await expect(bar.words).toHaveText('29 de 100 linhas à mostra, 71 ocultas')
  await bar.button('Como filtrar').click()
  const chosen = page.getByRole('menuitemradio', { checked: true })
  await expect(chosen).toHaveText('A linha, 1 antes e 1 depois')
  await expect(page.getByRole('menuitemradio', { disabled: true })).toHaveCount(0)
  await page.keyboard.press('Escape')

  // One command goes there and back.
  for (const words of ['50 de 100 linhas', '29 de 100 linhas', '50 de 100 linhas']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('entradas inteiras')
    await page.keyboard.press('Enter')
    await expect(bar.words).toContainText(words)
  }

  // A word of the trace finds all of the entry, and hides all of it.
  await rastro.grid.focus()
  await bar.button('Remover todos os filtros').click()
  await bar.add('Incluir', 'Store.java:27')
  await expect(bar.words).toHaveText('5 de 100 linhas à mostra, 95 ocultas')
  await bar.button('Remover todos os filtros').click()
  await rastro.line('TimeoutError: 29 s').click()
  await rastro.grid.press('h')
  await expect(bar.words).toHaveText('60 de 100 linhas à mostra, 40 ocultas')
  await expect(rastro.line(/late/)).toHaveCount(0)

  // Lines without a level of their own have that of their entry.
  await bar.button('Remover todos os filtros').click()
  await bar.level('Sem nível').click()
  await expect(bar.words).toHaveText('100 de 100 linhas à mostra, 0 ocultas')
  await rastro.page.mouse.move(0, 0)
  await bar.level('Sem nível').hover()
  await expect(page.getByRole('tooltip')).toHaveText(
    'As linhas dentro de uma entrada aparecem e somem com a primeira linha dela',
  )
})

test('lets lines that come later join their entry, through a pause and a rotation', async ({
  open,
  rastro,
}) => {
  const { file } = await open(tracedService(0, 29))
  const bar = new FilterBar(rastro.page)
  await bar.add('Excluir', 'Later')
  await expect(bar.words).toHaveText('96 de 96 linhas à mostra, 0 ocultas')
  await appendFile(file, '2026-11-23T10:00:29Z ERROR entry 29 failed\n')
  await expect(rastro.line('entry 29 failed')).toBeVisible()
  await appendFile(file, '    at app.Sooner.come(Sooner.java:1)\n')
  await expect(rastro.line('Sooner')).toBeVisible()
  await expect(bar.words).toHaveText('98 de 98 linhas à mostra, 0 ocultas')
  // What comes can make the entry one that is hidden.
  await appendFile(file, '    at app.Later.come(Later.java:1)\n')
  await expect(bar.words).toHaveText('96 de 99 linhas à mostra, 3 ocultas')
  await expect(rastro.line('entry 29 failed')).toHaveCount(0)

  await bar.button('Remover todos os filtros').click()
  await bar.add('Incluir', 'Later')
  await expect(bar.words).toHaveText('3 de 99 linhas à mostra, 96 ocultas')
  await rastro.button('Pausar').click()
  await appendFile(file, '    at app.Main.main(Main.java:7)\n')
  await expect(bar.words).toHaveText('4 de 100 linhas à mostra, 96 ocultas')
  await expect(rastro.rows).toHaveCount(3)
  await rastro.button('Continuar').click()
  await expect(rastro.rows).toHaveCount(4)

  // An entry ends with its file.
  await rename(file, `${file}.1`)
  await writeFile(file, '    at app.Later.old(Later.java:1)\n2026-11-23T10:00:30Z INFO new\n')
  await expect(bar.words).toHaveText('5 de 102 linhas à mostra, 97 ocultas')
  await appendFile(file, '    at app.Later.again(Later.java:1)\n')
  await expect(bar.words).toHaveText('7 de 103 linhas à mostra, 96 ocultas')
  await expect(rastro.line('INFO new')).toBeVisible()
})

test('folds, copies and saves what it shows as whole entries, and stays on the line', async ({
  context,
  open,
  rastro,
}) => {
  const { page } = rastro
  await withoutPicker(page)
  await context.grantPermissions(['clipboard-write'])
  const content = tracedService(0, 3000)
  await open(content)
  const bar = new FilterBar(page)
  await rastro.goTo('5004')
  await page.keyboard.press('Enter')
  const line = rastro.line('Main.java:7').and(rastro.grid.locator('[aria-selected="true"]'))
  const top = async () => (await line.boundingBox())?.y
  await expect(line.getByRole('gridcell').first()).toHaveText(/^5.?004$/)
  const number = line.getByRole('gridcell').first()
  await bar.level('Erro').click({ modifiers: ['Alt'] })
  await expect(bar.words).toHaveText('5.000 de 10.000 linhas à mostra, 5.000 ocultas')
  await expect(number).toHaveText(/^5.?004$/)
  const before = await top()
  await rastro.grid.press('a')
  await expect(bar.words).toHaveText('Todas as linhas estão à mostra; o filtro ocultaria 5.000')
  await expect.poll(top).toBe(before)
  await rastro.grid.press('a')
  await expect(bar.words).toHaveText('5.000 de 10.000 linhas à mostra, 5.000 ocultas')
  await expect.poll(top).toBe(before)

  const saving = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Salvar linhas' })
  await dialog.getByRole('radio', { name: /^O que o filtro mostra/ }).check({ force: true })
  await dialog.getByRole('button', { name: 'Salvar', exact: true }).click()
  const errors = content.split(/^(?=2026)/m).filter((entry) => entry.includes('ERROR'))
  expect(await readFile(await (await saving).path(), 'utf8')).toBe(errors.join(''))

  await rastro.grid.focus()
  await rastro.grid.press('Home')
  await rastro.grid.press('Shift+Z')
  await expect(rastro.line('IllegalStateException')).toHaveCount(0)
  await expect(rastro.line('entry 3 failed')).toContainText('+4')
  await expect(rastro.line('entry 3 failed').getByRole('gridcell').first()).toHaveText('11')
  await rastro.line('entry 3 failed').click({ position: { x: 20, y: 8 } })
  await page.keyboard.press('Control+c')
  await expect.poll(() => pasted(page)).toBe(errors[1]?.trimEnd())
  await expect(bar.words).toHaveText('5.000 de 10.000 linhas à mostra, 5.000 ocultas')
})

test.describe('in English', () => {
  test.use({ locale: 'en-GB' })

  test('shows whole entries of each log, and lines as a saved filter of before says', async ({
    folder,
    open,
    rastro,
  }) => {
    const { page } = rastro
    const json = Array.from({ length: 20 }, (_, at) => {
      const level = at % 4 === 0 ? 'error' : 'info'
      const time = new Date(Date.UTC(2026, 10, 23, 10, 0, at)).toISOString()
      return `${JSON.stringify({ time, level, message: `json ${at}` })}\n`
    })
    const plain = 'first ERROR\nsecond\nthird ERROR\n'
    await open({
      'app.log': tracedService(0, 30),
      'json.log': json.join(''),
      'plain.log': plain,
    })
    const bar = new FilterBar(page)
    const onlyErrors = () => bar.level('Error').click({ modifiers: ['Alt'] })
    await rastro.source(/json\.log/).click()
    await onlyErrors()
    await expect(bar.words).toHaveText('5 of 20 lines shown, 15 hidden')
    await rastro.source(/plain\.log/).click()
    await onlyErrors()
    await expect(bar.words).toHaveText('2 of 3 lines shown, 1 hidden')
    await rastro.source(/app\.log/).click()
    await onlyErrors()
    await expect(bar.words).toHaveText('50 of 100 lines shown, 50 hidden')
    await bar.button('How to filter').click()
    const extents = page.getByRole('group', { name: 'What is shown of a match' })
    await expect(extents.getByRole('menuitemradio')).toHaveText([
      'Its whole entry, such as a stack trace',
      'Only its line',
      'Its line, 1 before and 1 after',
      'Its line, 2 before and 2 after',
      'Its line, 3 before and 3 after',
      'Its line, 5 before and 5 after',
      'Its line, 10 before and 10 after',
      'Its line, 20 before and 20 after',
    ])
    await expect(extents.getByRole('menuitemradio', { checked: true })).toHaveText(
      'Its whole entry, such as a stack trace',
    )
    await page.getByRole('menuitem', { name: 'Saved filters…' }).click()

    const file = `${folder}/before.json`
    const filter = { chips: [], every: false, levels: ['warn'], entries: false, context: 0 }
    const sets = [{ name: 'before', filter }]
    await writeFile(file, JSON.stringify({ kind: 'rastro-filters', version: 1, sets }))
    const dialog = page.getByRole('dialog', { name: 'Saved filters' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Import…' }).click()
    await (await chooser).setFiles(file)
    await dialog.getByRole('row', { name: /before/ }).click()
    await expect(bar.words).toHaveText('10 of 100 lines shown, 90 hidden')
    await bar.chooseExtent('Its whole entry, such as a stack trace')
    await expect(bar.words).toHaveText('40 of 100 lines shown, 60 hidden')
  })
})

test('finds the lines of whole entries, one by one, and an error without a time', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open(`${tracedService(0, 30)}ERROR: the disk is full\n${tracedService(30, 33)}`)
  const bar = new FilterBar(page)
  await bar.level('Erro').click({ modifiers: ['Alt'] })
  await expect(bar.words).toHaveText('56 de 111 linhas à mostra, 55 ocultas')
  await expect(rastro.line('the disk is full')).toBeVisible()
  const search = new SearchPage(page)
  await search.type('Store.java')
  await expect(search.results).toContainText('11 linhas')
  await expect(search.results).toContainText('nas linhas filtradas')
  await expect
    .poll(async () => (await search.texts())[1])
    .toBe('    at app.Store.load(Store.java:3)')
  await expect(search.results.getByRole('grid', { name: 'Linhas com Store.java' })).toBeVisible()
  await rastro.grid.focus()
  await page.keyboard.press('g')
  const active = rastro.rows.and(page.locator('[aria-selected="true"]'))
  for (const entry of [0, 3, 6]) {
    await page.keyboard.press('n')
    await expect(active).toContainText(`Store.java:${entry})`)
  }
  // What the entries that are hidden have is not found.
  await search.field.fill('TimeoutError')
  await expect(search.results).toContainText('Nenhuma linha filtrada tem “TimeoutError”')
  await search.toggle('Expressão regular').click()
  await search.field.fill('failed [z-a]')
  await expect(search.bar).toContainText('No caractere 11')
  await search.field.fill('Caused by: .+ disk')
  await expect(search.results).toContainText('11 linhas')
})
