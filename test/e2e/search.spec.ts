import { appendFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FilterBar } from './filter-bar.ts'
import { expect, test } from './rastro-test.ts'
import { SearchPage } from './search-page.ts'

/** `lines` lines, of which every hundredth, from the eighth on, is a failure. */
function service(lines: number): string {
  let text = ''
  for (let line = 1; line <= lines; line += 1) {
    text += line % 100 === 8 ? `ERROR payment failed for user ${line}\n` : `INFO served ${line}\n`
  }
  return text
}

test('finds while one types, and moves nothing meanwhile', async ({ open, rastro }) => {
  await open(service(3000))
  const search = new SearchPage(rastro.page)
  await search.type('failed')
  await expect(search.results).toContainText('30 linhas')
  await expect(search.rows.filter({ hasText: 'user 8' }).first()).toBeVisible()
  await expect(search.hits(search.rows).first()).toHaveText('failed')
  // Typing moves nothing: the end is still on the screen.
  await expect(rastro.numbered(3000)).toBeInViewport()
  await expect.poll(() => rastro.page.locator('main .log-tick.search-tick').count()).toBe(30)
})

test('goes from match to match, and round', async ({ open, rastro }) => {
  await open(service(3000))
  const search = new SearchPage(rastro.page)
  const { keyboard } = rastro.page
  await search.type('failed')
  await keyboard.press('Enter')
  await expect(rastro.numbered(8)).toBeInViewport()
  await expect(search.hits(rastro.numbered(8))).toHaveText('failed')
  await expect(search.bar).toContainText('1 de 30')
  await expect(search.results).toContainText('a busca voltou à primeira')
  await keyboard.press('F3')
  await expect(rastro.numbered(108)).toBeInViewport()
  await expect(search.field).toBeFocused()

  await rastro.grid.focus()
  await keyboard.press('n')
  await keyboard.press('n')
  await expect(rastro.numbered(308)).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Shift+N')
  await expect(rastro.numbered(208)).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Shift+F3')
  await keyboard.press('Shift+F3')
  await keyboard.press('Shift+F3')
  await expect(rastro.numbered(2908)).toBeInViewport()
  await expect(search.results).toContainText('a busca foi para a última')
  await search.bar.getByRole('button', { name: 'Próxima ocorrência' }).click()
  await expect(rastro.numbered(8)).toBeInViewport()
  await search.bar.getByRole('button', { name: 'Ocorrência anterior' }).click()
  await expect(rastro.numbered(2908)).toBeInViewport()
})

test('goes to a result by click and by Enter, and back by Escape', async ({ open, rastro }) => {
  await open(service(3000))
  const search = new SearchPage(rastro.page)
  const { keyboard } = rastro.page
  await search.type('failed')
  await search.rows.filter({ hasText: 'user 308' }).click()
  await expect(rastro.numbered(308)).toBeInViewport()
  await expect(rastro.numbered(308)).toHaveAttribute('aria-selected', 'true')
  await expect(search.bar).toContainText('4 de 30')

  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(rastro.numbered(408)).toBeInViewport()
  await keyboard.press('Escape')
  await keyboard.press('Escape')
  await expect(rastro.grid).toBeFocused()

  // What is selected in a line is what one looks for next.
  await rastro.numbered(408).getByText('payment', { exact: false }).last().dblclick()
  await keyboard.press('Control+f')
  await expect(search.field).toHaveValue(/^\w+$/)
  await search.field.fill('failed')

  // Down from the field are the results; Escape in the field ends the search, and n goes on with it.
  await keyboard.press('Control+f')
  await keyboard.press('ArrowDown')
  await expect(search.results.getByRole('grid')).toBeFocused()
  await keyboard.press('Control+f')
  await keyboard.press('Escape')
  await expect(search.results).toHaveCount(0)
  await expect(search.hits(rastro.rows)).toHaveCount(0)
  await expect(rastro.grid).toBeFocused()
  await keyboard.press('n')
  await expect(rastro.numbered(508)).toBeInViewport()
  await expect(search.results).toContainText('30 linhas')
})

test.describe('in English', () => {
  test.use({ locale: 'en-GB' })

  test('minds case, words and patterns as it is told', async ({ open, rastro }) => {
    const { page } = rastro
    await open('Error one\nerror two\nerrors three\nno trouble 42\n')
    const search = new SearchPage(page)
    await search.type('error')
    await expect(search.results).toContainText('3 lines')
    await search.toggle('Match case').click()
    await expect.poll(() => search.texts()).toEqual(['error two', 'errors three'])
    await search.toggle('Whole words').click()
    await expect.poll(() => search.texts()).toEqual(['error two'])
    await search.field.fill('err.r|\\d+$')
    await expect(search.results).toContainText('No line has “err.r|\\d+$”')
    await search.field.press('Alt+r')
    await expect(search.toggle('Regular expression')).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(() => search.texts()).toEqual(['error two', 'no trouble 42'])
    await expect(search.hits(search.rows)).toHaveText(['error', '42'])
    await search.field.fill('ERROR')
    await expect(search.results).toContainText('Not found')
    await search.results.getByRole('button', { name: 'Ignore case' }).click()
    await expect(search.results).toContainText('2 lines')
  })

  test('searches only what a filter shows', async ({ open, rastro }) => {
    const { page } = rastro
    await open(service(1000))
    const search = new SearchPage(page)
    await search.type('8')
    await expect(search.results).toContainText('271 lines')
    const bar = new FilterBar(page)
    await bar.add('Exclude', 'INFO')
    await expect(bar.words).toContainText('10 of 1,000 lines shown')
    await expect(search.results).toContainText('10 lines')
    await expect(search.results).toContainText('in the filtered lines')
    await rastro.grid.focus()
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    const active = rastro.rows.and(page.locator('[aria-selected="true"]'))
    await expect(active).toContainText('user 8')
    await page.keyboard.press('n')
    await expect(active).toContainText('user 108')
  })
})

test('tells a mistake in a pattern where it is', async ({ open, rastro }) => {
  await open(service(300))
  const search = new SearchPage(rastro.page)
  await search.type('failed')
  await search.toggle('Expressão regular').click()
  await expect(search.results).toContainText('3 linhas')
  await search.field.fill('failed [z-a]')
  await expect(search.bar).toContainText('Este intervalo está ao contrário.')
  await expect(search.bar).toContainText('No caractere 11')
  await expect(search.bar.locator('mark')).toHaveText('a')
  await expect(search.field).toHaveAttribute('aria-invalid', 'true')
  await expect(search.field).toHaveAccessibleDescription(/Este intervalo está ao contrário/)
  await expect(search.results).toContainText('Resultados da busca anterior')
  await search.field.fill('failed (')
  await expect(search.bar).toContainText('Um “(” ficou sem fechar.')
  await expect(search.bar).toContainText('No fim')
  await search.field.fill('failed .+ \\d08')
  await expect(search.bar.locator('mark')).toHaveCount(0)
  await expect(search.field).not.toHaveAttribute('aria-invalid', 'true')
  await expect(search.results).toContainText('2 linhas')
})

test('ends a pattern that backtracks for ever, and stays awake', async ({ open, rastro }) => {
  await open(`aaa\n${'a'.repeat(5000)}!\nlast aaa\n`)
  const search = new SearchPage(rastro.page)
  await rastro.page.keyboard.press('Control+f')
  await search.toggle('Expressão regular').click()
  await search.field.fill('(a+)+$')
  await expect(search.bar).toContainText('A expressão demora demais em uma linha')
  // The lines in which it does not are marked all the same.
  await expect(search.hits(rastro.numbered(1))).toHaveText('aaa')
  await expect(search.hits(rastro.numbered(3))).toHaveText('aaa')
  await expect(search.results.getByRole('button', { name: 'Buscar de novo' })).toBeVisible()
  await search.field.fill('last')
  await expect(search.results).toContainText('1 linha')
  await expect(search.hits(rastro.numbered(3))).toHaveText('last')
  await expect(search.bar).not.toContainText('demora demais')
})

test('stops a long search and keeps what it found', async ({ open, rastro }) => {
  // Each of these lines takes the pattern below some milliseconds: two million steps.
  const slow = `${'a'.repeat(2000)}\n`.repeat(100)
  await open(`found 1\n${slow.repeat(120)}found 2\n`)
  await rastro.expectLines('12.002 linhas')
  const search = new SearchPage(rastro.page)
  await rastro.page.keyboard.press('Control+f')
  await search.toggle('Expressão regular').click()
  await search.field.fill('a*\\d')
  await expect(search.results).toContainText(/1 linha até agora, \d+% do log visto/)
  await expect(search.results.getByRole('progressbar')).toBeVisible()
  await search.results.getByRole('button', { name: 'Parar a busca' }).click()
  await expect(search.results).toContainText(/1 linha, busca parada em \d+%/)
  await expect(search.results.getByRole('progressbar')).toHaveCount(0)
  await expect.poll(() => search.texts()).toEqual(['found 1'])
  await search.field.fill('found')
  await expect(search.results).toContainText('2 linhas')
})

test('shows hostile lines and hostile searches as text', async ({ open, rastro }) => {
  const markup = '<img src=x onerror="window.hacked=1"> <b>needle</b>'
  const coloured = '\u001b[31mnee\u001b[0mdle and a \u001b[32mneedle\u001b[0m'
  const turned = 'access \u202eneedle\u202c granted\u0007'
  const long = `${'x'.repeat(1_000_000)} needle`
  await open(`${[markup, coloured, turned, long, 'needle 😀 né\u0301edle'].join('\n')}\n`)
  const search = new SearchPage(rastro.page)
  await search.type('needle')
  await expect(search.results).toContainText('5 linhas')
  await expect(search.hits(rastro.numbered(1))).toHaveText('needle')
  // What is marked is what is drawn: the escapes of colours do not shift it.
  await expect(search.hits(rastro.numbered(2)).last()).toHaveText('needle')
  await expect(search.hits(rastro.numbered(3))).toHaveText('needle')
  await expect(search.hits(rastro.numbered(5))).toHaveText('needle')
  await expect(search.results.locator('img, b, script')).toHaveCount(0)

  await search.field.fill('<img src=x onerror="window.hacked=1">\u202e nowhere')
  await expect(search.results).toContainText('Nenhuma linha tem')
  await expect(search.results).toContainText('⟨U+202E⟩')
  await expect(rastro.page.locator('img')).toHaveCount(0)
  expect(await rastro.page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('finds what comes while the log grows and is rotated', async ({ open, rastro }) => {
  const { file } = await open(service(200))
  const search = new SearchPage(rastro.page)
  await search.type('failed')
  await expect(search.results).toContainText('2 linhas')
  for (let round = 1; round <= 20; round += 1) {
    await appendFile(file, `INFO between\nERROR this failed in round ${round}\n`)
  }
  await expect(search.results).toContainText('22 linhas')
  await rename(file, `${file}.1`)
  await writeFile(file, 'ERROR failed after the rotation\n')
  await expect(search.results).toContainText('23 linhas')
  await rastro.page.keyboard.press('Shift+Enter')
  await rastro.page.keyboard.press('Shift+Enter')
  await search.results.getByRole('grid').focus()
  await rastro.page.keyboard.press('End')
  await rastro.page.keyboard.press('Enter')
  const active = rastro.rows.and(rastro.page.locator('[aria-selected="true"]'))
  await expect(active).toContainText('failed after the rotation')
})

test('keeps a search for each log', async ({ folder, serve, rastro }) => {
  const one = join(folder, 'one.log')
  const two = join(folder, 'two.log')
  await writeFile(one, 'apple\npear\n')
  await writeFile(two, 'apple\napple\nplum\n')
  await rastro.read((await serve([one, two])).url)
  const search = new SearchPage(rastro.page)
  await rastro.source('one.log').click()
  await expect(rastro.line('pear')).toBeVisible()
  await search.type('apple')
  await expect(search.results).toContainText('1 linha')
  await rastro.source('two.log').click()
  await expect(rastro.line('plum')).toBeVisible()
  await expect(search.field).toHaveValue('')
  await expect(search.results).toHaveCount(0)
  await search.type('plum')
  await expect.poll(() => search.texts()).toEqual(['plum'])
  await rastro.source('one.log').click()
  await expect(search.field).toHaveValue('apple')
  await expect.poll(() => search.texts()).toEqual(['apple'])
})

test('remembers what was searched for, and how tall the results were', async ({ open, rastro }) => {
  const { url } = await open(service(300))
  const search = new SearchPage(rastro.page)
  const { keyboard } = rastro.page
  await search.type('failed')
  await keyboard.press('Enter')
  await search.field.fill('served 12')
  await keyboard.press('Enter')
  await expect(search.results).toContainText('11 linhas')

  await search.separator.focus()
  const before = Number(await search.separator.getAttribute('aria-valuenow'))
  await keyboard.press('ArrowUp')
  await keyboard.press('PageUp')
  await expect(search.separator).toHaveAttribute('aria-valuenow', String(before + 120))
  const box = await search.results.boundingBox()
  expect(Math.round(box?.height ?? 0)).toBe(before + 120)
  const edge = await search.separator.boundingBox()
  if (edge === null) throw new Error('The edge is not on the screen.')
  await rastro.page.mouse.move(edge.x + 50, edge.y + 4)
  await rastro.page.mouse.down()
  await rastro.page.mouse.move(edge.x + 50, edge.y + 34)
  await rastro.page.mouse.up()
  await expect(search.separator).toHaveAttribute('aria-valuenow', String(before + 90))

  await rastro.read(url)
  // Where it was left: the end need not be on the screen.
  await expect(rastro.rows.first()).toBeVisible()
  await keyboard.press('Control+f')
  await expect(search.field).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(search.field).toHaveValue('served 12')
  await keyboard.press('ArrowUp')
  await expect(search.field).toHaveValue('failed')
  await keyboard.press('ArrowDown')
  await expect(search.field).toHaveValue('served 12')
  await expect(search.separator).toHaveAttribute('aria-valuenow', String(before + 90))
  await search.bar.getByRole('button', { name: 'Buscas anteriores' }).click()
  await rastro.page.getByRole('menuitem', { name: 'failed' }).click()
  await expect(search.field).toHaveValue('failed')
  await expect(search.results).toContainText('3 linhas')
})
