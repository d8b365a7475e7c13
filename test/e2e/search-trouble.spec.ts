import { appendFile, rename, writeFile } from 'node:fs/promises'
import { failingService } from './failing-service.ts'
import { expect, test } from './rastro-test.ts'
import { SearchPage } from './search-page.ts'

test('tells a mistake in a pattern where it is', async ({ open, rastro }) => {
  await open(failingService(300))
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

test('shows no results of a search before that had none', async ({ open, rastro }) => {
  await open(failingService(300))
  const search = new SearchPage(rastro.page)
  await rastro.page.keyboard.press('Control+f')
  await search.toggle('Expressão regular').click()
  await search.field.fill('nowhere')
  await expect(search.results).toBeVisible()
  await search.field.fill('nowhere (')
  await expect(search.bar).toContainText('Um “(” ficou sem fechar.')
  await expect(search.results).toBeHidden()
  await search.field.fill('failed')
  await expect(search.results).toContainText('3 linhas')
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
  const { file } = await open(failingService(200))
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
  // Each step is looked up: one that came late would take the results away from their end again.
  const place = () => search.bar.textContent()
  for (let step = 0; step < 2; step += 1) {
    const before = await place()
    await rastro.page.keyboard.press('Shift+Enter')
    await expect.poll(place).not.toBe(before)
  }
  await search.results.getByRole('grid').focus()
  await rastro.page.keyboard.press('End')
  await rastro.page.keyboard.press('Enter')
  const active = rastro.rows.and(rastro.page.locator('[aria-selected="true"]'))
  await expect(active).toContainText('failed after the rotation')
})
