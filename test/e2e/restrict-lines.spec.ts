import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { FilterBar } from './filter-bar.ts'
import { expect, test } from './rastro-test.ts'

const LINES = 10_000

/** A log whose lines have no times. */
async function plainLog(folder: string): Promise<string> {
  const file = join(folder, 'plain.log')
  const lines = Array.from({ length: LINES }, (_, at) => `plain ${at + 1}\n`)
  await writeFile(file, lines.join(''))
  return file
}

async function drag(page: Page, name: string, from: number, to: number): Promise<void> {
  const box = await page.getByRole('region', { name }).boundingBox()
  if (box === null) throw new Error('The histogram is not on the page.')
  const y = box.y + 30
  await page.mouse.move(box.x + box.width * from, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 })
  await page.mouse.up()
}

test('shows only the lines that are drawn where lines have no times, and all again', async ({
  folder,
  serve,
  rastro,
}) => {
  const { page } = rastro
  const name = 'Linhas ao longo do log'
  const bar = new FilterBar(page)
  await rastro.read((await serve([await plainLog(folder)])).url)
  const bars = page.getByRole('slider', { name })
  await expect(bars).toBeEnabled()
  await drag(page, name, 0.3, 0.6)
  const chip = bar.region.getByRole('button', { name: /^Linhas de [\d.]+ a [\d.]+/ })
  await expect(chip).toBeVisible()
  const words = (await chip.textContent()) ?? ''
  const [first = 0, last = 0] = [...words.matchAll(/[\d.]+/g)].map(([digits]) =>
    Number(digits.replaceAll('.', '')),
  )
  expect(first).toBeGreaterThan(2500)
  expect(last).toBeLessThan(6500)
  await rastro.grid.press('Home')
  await expect(rastro.rows.first()).toHaveText(new RegExp(`plain ${first}$`))
  await rastro.grid.press('End')
  await expect(rastro.line(`plain ${last}`)).toBeInViewport()
  await expect(rastro.line(`plain ${last + 1}`)).toHaveCount(0)
  const shown = (last - first + 1).toLocaleString('pt-BR')
  await expect(bar.words).toContainText(`${shown} de 10.000 linhas à mostra`)
  await expect(bar.level('Sem nível')).toHaveAccessibleName(`Sem nível: ${shown} linhas`)

  // It is there again after a restart of the page.
  await page.reload()
  await rastro.button('Ler Logs').click()
  await expect(chip).toBeVisible()
  await expect(bar.words).toContainText(`${shown} de 10.000 linhas à mostra`)
  await chip.click()
  await expect(chip).toHaveCount(0)
  await rastro.grid.press('Home')
  await expect(rastro.line(/plain 1$/)).toBeInViewport()
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('restricts by keys and resets by key, button and double click', async ({
    folder,
    serve,
    rastro,
  }) => {
    const { page } = rastro
    const name = 'Lines along the log'
    const bar = new FilterBar(page)
    await page.goto((await serve([await plainLog(folder)])).url)
    await rastro.button('Read Logs').click()
    const bars = page.getByRole('slider', { name })
    await expect(bars).toBeEnabled()
    const chip = bar.region.getByRole('button', { name: /^Lines [\d,]+ to [\d,]+/ })
    const restrict = async () => {
      await bars.focus()
      await bars.press('Home')
      await bars.press('Shift+ArrowRight')
      await bars.press('Enter')
      await expect(chip).toBeVisible()
      await rastro.grid.press('End')
      await expect(rastro.line(`plain ${LINES}`)).toHaveCount(0)
    }
    const expectAll = async () => {
      await expect(chip).toHaveCount(0)
      await rastro.grid.press('End')
      await expect(rastro.line(`plain ${LINES}`)).toBeInViewport()
    }
    await restrict()
    await bars.focus()
    await bars.press('Escape')
    await expectAll()
    await restrict()
    await page.getByRole('button', { name: 'Whole log' }).click()
    await expectAll()
    await restrict()
    const box = await page.getByRole('region', { name }).boundingBox()
    await page.mouse.dblclick((box?.x ?? 0) + 300, (box?.y ?? 0) + 30)
    await expectAll()
  })
})
