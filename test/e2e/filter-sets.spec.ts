import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeFilterSets } from '../../src/shared/filter-set.ts'
import { FilterBar } from './filter-bar.ts'
import { levelledService } from './levelled-service.ts'
import { expect, test } from './rastro-test.ts'

test.describe('on an English system', () => {
  test.use({ locale: 'en-GB' })

  test('keeps each log its filter, and saves, exports and imports sets', async ({
    folder,
    serve,
    rastro,
  }) => {
    const files = [join(folder, 'one.log'), join(folder, 'two.log')]
    for (const file of files) await writeFile(file, levelledService(0, 1000))
    const { page } = rastro
    await page.goto((await serve(files)).url)
    await rastro.button('Read Logs').click()
    const bar = new FilterBar(page)
    await rastro.source(/one\.log/).click()
    await bar.add('Exclude', 'INFO')
    await expect(bar.words).toHaveText('100 of 1,000 lines shown, 900 hidden')
    await rastro.source(/two\.log/).click()
    await expect(bar.chips).toHaveCount(0)
    await expect(rastro.line('n999')).toBeVisible()
    await rastro.source(/one\.log/).click()
    await expect(bar.words).toHaveText('100 of 1,000 lines shown, 900 hidden')

    const openSets = async () => {
      await bar.button('How to filter').click()
      await page.getByRole('menuitem', { name: 'Saved filters…' }).click()
    }
    await openSets()
    const dialog = page.getByRole('dialog', { name: 'Saved filters' })
    await dialog.getByRole('textbox', { name: 'Name for the current filters' }).fill('quiet')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('status')).toHaveText('Saved as quiet.')
    const saving = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Export all' }).click()
    const saved = await (await saving).path()
    expect(JSON.parse(await readFile(saved, 'utf8'))).toMatchObject({
      kind: 'rastro-filters',
      sets: [{ name: 'quiet', filter: { chips: [{ mode: 'exclude' }] } }],
    })

    const broken = join(folder, 'broken.json')
    await writeFile(broken, encodeFilterSets([]).replace('[]', '[{"name":"half"}]'))
    const choose = async (file: string) => {
      const chooser = page.waitForEvent('filechooser')
      await dialog.getByRole('button', { name: 'Import…' }).click()
      await (await chooser).setFiles(file)
    }
    await choose(broken)
    await expect(dialog.getByRole('status')).toHaveText(
      'This file of filters is damaged; nothing was imported.',
    )
    await dialog.getByRole('button', { name: 'Delete quiet' }).click()
    await expect(dialog.getByText('Nothing is saved yet.')).toBeVisible()
    await choose(saved)
    await expect(dialog.getByRole('status')).toHaveText('1 set was imported.')
    await dialog.getByRole('button', { name: 'Close' }).click()

    await rastro.source(/two\.log/).click()
    await openSets()
    await dialog.getByRole('row', { name: /quiet/ }).click()
    await expect(dialog).toHaveCount(0)
    await expect(bar.words).toHaveText('100 of 1,000 lines shown, 900 hidden')
  })
})
