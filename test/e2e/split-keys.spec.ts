import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './rastro-test.ts'

const lines = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `2026-11-23T10:00:00Z INFO ${name} ${at}\n`).join('')

/** The list of a log, wherever it stands. */
const listOf = (page: Page, name: string) =>
  page.getByRole('grid', { name: new RegExp(`(Linhas de|Lines of) ${name}$`) })

/** Where a list stands, in whole pixels: borders may differ by one. */
async function sideOf(list: Locator): Promise<number> {
  return Math.round(((await list.boundingBox())?.x ?? -1) / 20)
}

test('a command given in the second list acts on the log there, and neither log moves', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open({ 'api.log': lines('api', 500), 'db.log': lines('db', 500) })
  await expect(rastro.line('api 499')).toBeVisible()
  await page.keyboard.press('Control+\\')
  const [api, db] = [listOf(page, 'api.log'), listOf(page, 'db.log')]
  await expect(db.getByText('db 499')).toBeVisible()
  const [left, right] = [await sideOf(api), await sideOf(db)]
  expect(left).toBeLessThan(right)

  // The second log is read somewhere in its middle, with a line that the keyboard is on.
  await db.getByText('db 490').click()
  for (let pages = 0; pages < 3; pages += 1) await page.keyboard.press('PageUp')
  const active = db.getByRole('row', { selected: true })
  await expect(active).toHaveCount(1)
  const text = (await active.innerText()).trim()
  const y = (await active.boundingBox())?.y ?? 0
  await page.keyboard.press('m')
  const main = page.getByRole('main')
  await expect(main.getByRole('grid', { name: 'Linhas de db.log' })).toBeFocused()
  await expect(page.getByRole('tab', { name: /db\.log/ })).toHaveAttribute('aria-selected', 'true')
  expect([await sideOf(api), await sideOf(db)]).toEqual([left, right])
  await expect(active).toContainText(text.split('\n').at(-1) ?? '', { useInnerText: true })
  expect(Math.abs(((await active.boundingBox())?.y ?? 0) - y)).toBeLessThan(4)
  await expect(active.getByRole('img', { name: /^Marcador/ })).toBeVisible()
  await expectAccessible(page, 'the selected log at the right')

  // Back to the other one: its list is the second now, and a search there is one of its lines.
  await page.keyboard.press('Shift+F6')
  await expect(api).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('tab', { name: /api\.log/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.type('api 17')
  await expect(page.getByRole('search')).toContainText('11')
  expect([await sideOf(api), await sideOf(db)]).toEqual([left, right])
})

test('moving between the two lists, and what is about both, selects nothing', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open({ 'api.log': lines('api', 50), 'db.log': lines('db', 50) })
  await page.keyboard.press('Control+\\')
  const selected = page.getByRole('tab', { name: /api\.log/ })
  await page.keyboard.press('Shift+F6')
  await expect(listOf(page, 'db.log')).toBeFocused()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('F6')
  await expect(listOf(page, 'api.log')).toBeFocused()
  await expect(selected).toHaveAttribute('aria-selected', 'true')
})

test.describe('in English', () => {
  test.use({ locale: 'en-GB' })

  test('the tab of the second log selects it where it stands, and swapping moves both', async ({
    open,
    rastro,
  }) => {
    const { page } = rastro
    await open({ 'one.log': lines('one', 500), 'two.log': lines('two', 500) })
    await page.keyboard.press('Control+\\')
    const [one, two] = [listOf(page, 'one.log'), listOf(page, 'two.log')]
    await expect(two.getByText('two 499')).toBeVisible()
    const [left, right] = [await sideOf(one), await sideOf(two)]
    await page.getByRole('tab', { name: /two\.log/ }).click()
    await expect(
      page.getByRole('main').getByRole('grid', { name: 'Lines of two.log' }),
    ).toBeVisible()
    await expect(one.getByText('one 499')).toBeVisible()
    expect([await sideOf(one), await sideOf(two)]).toEqual([left, right])
    const separator = page.getByRole('separator', { name: 'Room of the first log' })
    await separator.press('Home')
    await expect(separator).toHaveAttribute('aria-valuenow', '20')
    expect((await one.boundingBox())?.width ?? 0).toBeLessThan(
      (await two.boundingBox())?.width ?? 0,
    )
    await separator.dblclick()

    await page.getByRole('button', { name: 'Swap the two logs' }).click()
    await expect(
      page.getByRole('main').getByRole('grid', { name: 'Lines of one.log' }),
    ).toBeVisible()
    expect([await sideOf(one), await sideOf(two)]).toEqual([right, left])

    // In the second list the keys of the lines are those of its log, too.
    await page.keyboard.press('Shift+F6')
    await page.keyboard.press('g')
    await expect(two.getByText('two 0', { exact: false }).first()).toBeVisible()
    await expect(
      page.getByRole('main').getByRole('grid', { name: 'Lines of two.log' }),
    ).toBeFocused()
    expect([await sideOf(one), await sideOf(two)]).toEqual([right, left])
  })
})
