import { appendFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

/** The numbers of the rows in the order of the document, in which a screen reader reads them. */
function inDocument({ rows }: RastroPage): Promise<readonly number[]> {
  return rows.evaluateAll((all) =>
    all
      .filter((row) => !(row as HTMLElement).hidden)
      .map((row) => Number(row.getAttribute('aria-rowindex'))),
  )
}

/** Waits until the rows on the screen stand in the document as on the screen, from the line `first` on or so. */
async function expectAscending(rastro: RastroPage): Promise<void> {
  await expect
    .poll(async () => {
      const found = await inDocument(rastro)
      return (
        found.length > 10 && found.every((row, at) => at === 0 || row === (found[at - 1] ?? 0) + 1)
      )
    })
    .toBe(true)
}

const selectedText = ({ page }: RastroPage) => page.evaluate(() => String(document.getSelection()))

test('puts the rows into the order of their lines when scrolling rests', async ({
  open,
  rastro,
}) => {
  const { file } = await open(numbered(1, 5001))
  const { page, grid } = rastro
  await expectAscending(rastro)
  await grid.press('Control+Home')
  await expect(rastro.numbered(1)).toBeVisible()
  await rastro.turnPages('PageDown', 7)
  await expectAscending(rastro)
  await rastro.goTo('3333')
  await page.keyboard.press('Enter')
  await expect(rastro.numbered(3333)).toBeInViewport()
  await expectAscending(rastro)
  // The keyboard stays on its line.
  const active = await grid.getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-rowindex', '3333')
  await expect(grid).toBeFocused()

  // Lines that come while the end is followed.
  await grid.press('Control+End')
  await expect(rastro.numbered(5000)).toBeInViewport()
  await appendFile(file, numbered(5001, 5012))
  await expect(rastro.numbered(5011)).toBeInViewport()
  await expectAscending(rastro)
})

test('leaves the selected text, the pointer and the place alone', async ({ open, rastro }) => {
  await open(numbered(1, 5001))
  const { page, grid } = rastro
  await grid.press('Control+Home')
  await rastro.turnPages('PageDown', 3)
  await expectAscending(rastro)
  const top = (await rastro.filled())[0]?.number ?? 0
  await rastro
    .numbered(top + 18)
    .getByRole('gridcell')
    .last()
    .dblclick({ position: { x: 20, y: 8 } })
  const text = await selectedText(rastro)
  expect(text).not.toBe('')
  const row = await grid.locator('[role="row"]:hover').getAttribute('id')
  for (const turn of [100, 60, 80]) {
    await page.mouse.wheel(0, turn)
    await expect.poll(async () => (await rastro.filled())[0]?.number).not.toBe(top)
    await expectAscending(rastro)
    expect(await selectedText(rastro)).toBe(text)
    expect(await grid.locator('[role="row"]:hover').count()).toBe(1)
  }
  expect(row).not.toBeNull()
  const place = await rastro.filled()
  const scrollTop = await grid.evaluate((element) => element.scrollTop)
  await page.mouse.wheel(0, -240)
  await page.mouse.wheel(0, 240)
  await expectAscending(rastro)
  expect(await rastro.filled()).toEqual(place)
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(scrollTop)
  expect(await selectedText(rastro)).toBe(text)
})
