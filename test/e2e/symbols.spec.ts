import { expectAccessible } from './expect-accessible.ts'
import { pasted } from './pasted.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

const LINES = [
  'abcdefgh',
  'a\u0000\u0000\u0007\u0008fgh',
  `${'wide \u0000\u0001\u0002\u007f '.repeat(60)}`,
  'turned \u202e round',
]

/** Where the letters of a line end that are drawn, from the left of its cell. */
function endOf(rastro: RastroPage, line: number): Promise<number> {
  return rastro.numbered(line).evaluate((row) => {
    const cell = row.querySelector('[aria-colindex="2"]') ?? row
    const range = document.createRange()
    range.selectNodeContents(cell)
    return range.getBoundingClientRect().right - cell.getBoundingClientRect().left
  })
}

const drawn = (rastro: RastroPage, line: number) =>
  rastro
    .numbered(line)
    .locator('[data-drawn]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-drawn')))

test('draws control characters as letters of their own, in the columns of the text', async ({
  context,
  open,
  rastro,
}) => {
  await context.grantPermissions(['clipboard-write'])
  await open(`${LINES.join('\n')}\n`)
  const { page } = rastro
  expect(await drawn(rastro, 2)).toEqual(['@@GH'])
  expect(await drawn(rastro, 4)).toEqual(['‹U+202E›'])
  const symbols = rastro.numbered(2).locator('[data-drawn]')
  await expect(symbols).toHaveAttribute('title', 'NUL (U+0000), BEL (U+0007), BS (U+0008)')
  const content = (text: string) =>
    symbols.evaluate((one) => getComputedStyle(one, '::before').content, text)
  expect(await content('@@GH')).toContain('@@GH')
  // As wide as as many letters.
  expect(await endOf(rastro, 2)).toBeCloseTo(await endOf(rastro, 1), 1)
  await expectAccessible(page, 'symbols in lines')

  // What is marked and copied is what it was: the text of the line with its symbols.
  await expect(rastro.numbered(2)).toContainText('a␀␀␇␈fgh')
  await rastro.numbered(2).getByRole('gridcell').last().click({ clickCount: 3 })
  expect(await page.evaluate(() => String(document.getSelection()))).toContain('a␀␀␇␈fgh')
  await rastro.numbered(1).click()
  await rastro.numbered(2).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+c')
  await expect.poll(() => pasted(page)).toBe('abcdefgh\na␀␀␇␈fgh')
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('draws them so in wrapped lines and in the details, too', async ({ show, rastro }) => {
    await show(`${LINES.join('\n')}\n`)
    await rastro.readButton.click()
    const { page } = rastro
    await page.getByRole('button', { name: 'Appearance and language' }).click()
    await page.getByRole('radio', { name: 'Wrap' }).click()
    await page.keyboard.press('Escape')
    const long = rastro.numbered(3)
    const heights = () =>
      long.evaluate((row) => {
        const cell = row.querySelector('[aria-colindex="2"]')
        return [row.clientHeight, cell?.scrollHeight, row.clientHeight % 20, row.clientHeight > 20]
      })
    await expect.poll(async () => (await heights())[3]).toBe(true)
    const [row, cell, rest] = await heights()
    expect(cell).toBe(row)
    expect(rest).toBe(0)

    await rastro.numbered(2).click()
    await page.keyboard.press('i')
    const pane = page.getByRole('complementary', { name: 'Details of the line' })
    await pane.getByRole('tab', { name: 'Text' }).click()
    await expect(pane.locator('[data-drawn]')).toHaveAttribute('data-drawn', '@@GH')
    await expect(pane.getByRole('tabpanel')).toContainText('a␀␀␇␈fgh')
    await expectAccessible(page, 'symbols in the details')
  })
})
