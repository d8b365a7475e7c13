import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FilterBar } from './filter-bar.ts'
import { expect, test } from './rastro-test.ts'

/** Entries of two lines each: an odd one is a warning, an even one an error. */
async function pairs(folder: string, entries: number): Promise<string> {
  const file = join(folder, 'pairs.log')
  let text = ''
  for (let entry = 0; entry < entries; entry += 1) {
    const time = new Date(Date.UTC(2026, 0, 1, 0, 0, entry)).toISOString()
    text += `${time} ${entry % 2 === 0 ? 'ERROR' : 'WARN'} entry ${entry}\n    more of ${entry}\n`
  }
  await writeFile(file, text)
  return file
}

/** An entry of one line: an odd one is a warning, an even one none. */
function single(entry: number): string {
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, entry)).toISOString()
  return `${time} ${entry % 2 === 0 ? 'INFO' : 'WARN'} line ${entry}\n`
}

test('folds and unfolds all entries by a button that stays where it is', async ({
  folder,
  serve,
  rastro,
}) => {
  await rastro.read((await serve([await pairs(folder, 6)])).url)
  await expect(rastro.line('more of')).toHaveCount(6)
  const fold = rastro.button('Recolher todas as entradas')
  const before = await fold.boundingBox()
  await fold.click()
  await expect(rastro.line('more of')).toHaveCount(0)
  const unfold = rastro.button('Expandir todas as entradas')
  await expect(unfold).toBeVisible()
  expect(await unfold.boundingBox()).toEqual(before)
  await rastro.grid.hover()
  await unfold.hover()
  await expect(rastro.page.getByRole('tooltip')).toContainText('Shift+Z')
  await unfold.click()
  await expect(rastro.line('more of')).toHaveCount(6)
  await expect(fold).toBeVisible()
})

test('keeps an entry unfolded while the filter changes', async ({ folder, serve, rastro }) => {
  const bar = new FilterBar(rastro.page)
  await rastro.read((await serve([await pairs(folder, 6)])).url)
  await rastro.button('Recolher todas as entradas').click()
  await expect(rastro.line('more of')).toHaveCount(0)
  for (const entry of ['entry 2', 'entry 3']) {
    await rastro.line(entry).getByRole('button', { name: 'Mostrar mais 1 linha' }).click()
  }
  await expect(rastro.line('more of')).toHaveCount(2)
  await bar.add('Incluir', 'ERROR')
  await expect(rastro.line('entry')).toHaveCount(3)
  await expect(rastro.line('more of')).toHaveText(/more of 2/)
  await bar.button('Remover todos os filtros').click()
  await expect(rastro.line('entry')).toHaveCount(6)
  await expect(rastro.line('more of')).toHaveCount(2)
})

test('tells that there is nothing to fold in the many entries that a filter shows', async ({
  open,
  rastro,
}) => {
  const bar = new FilterBar(rastro.page)
  await open(Array.from({ length: 5000 }, (_, at) => single(at)).join(''))
  await bar.add('Incluir', 'WARN')
  await expect(bar.words).toContainText('2.500 de 5.000 linhas à mostra')
  await rastro.grid.press('Shift+Z')
  await expect(rastro.notices).toContainText('Não há o que recolher')
  await expect(rastro.button('Recolher todas as entradas')).toBeVisible()
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('tells that there is nothing to fold, and that it could not be folded', async ({
    folder,
    serve,
    rastro,
  }) => {
    const { page } = rastro
    const file = join(folder, 'single.log')
    await writeFile(file, Array.from({ length: 20 }, (_, at) => single(at)).join(''))
    await page.goto((await serve([file])).url)
    await rastro.button('Read Logs').click()
    await expect(rastro.line('line 19')).toBeVisible()
    await rastro.button('Fold all entries').click()
    await expect(rastro.notices).toContainText('There is nothing to fold')
    await expect(rastro.notices).toContainText('Every line that is shown is an entry of its own.')
    await expect(rastro.rows).toHaveCount(20)
    await expect(rastro.button('Fold all entries')).toBeVisible()
    await rastro.line('line 7').click()
    await rastro.grid.press('z')
    await expect(rastro.notices).toContainText('This entry is a single line.')
    await page.route('**/views', (route) => route.abort())
    await rastro.button('Fold all entries').click()
    await expect(rastro.notices).toContainText('The entries could not be folded')
    await expect(rastro.button('Fold all entries')).toBeVisible()
  })
})
