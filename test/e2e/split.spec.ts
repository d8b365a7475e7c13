import { appendFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './rastro-test.ts'

/** `count` lines of one second each, from 10:00:00 plus `start` seconds on. */
function timed(name: string, start: number, count: number, step = 1): string {
  let text = ''
  for (let line = 0; line < count; line += 1) {
    const at = new Date(Date.UTC(2026, 10, 23, 10, 0, start + line * step))
    text += `${at.toISOString()} INFO ${name} ${line}\n`
  }
  return text
}

/** The text of the topmost line of a list. */
async function topOf(grid: Locator): Promise<string> {
  const rows = await grid.getByRole('row').evaluateAll((all) =>
    all
      .filter((row) => !(row as HTMLElement).hidden)
      .map((row) => ({
        number: Number(row.getAttribute('aria-rowindex')),
        text: row.querySelector('[aria-colindex="2"]')?.textContent ?? '',
      })),
  )
  return rows.sort((a, b) => a.number - b.number)[0]?.text ?? ''
}

const timeOf = (line: string) => line.slice(0, 19)

test('shows two logs at once, and scrolls either to the time of the other', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open({ 'api.log': timed('api', 0, 3000), 'db.log': timed('db', 600, 1000, 3) })
  await expect(rastro.line('api 2999')).toBeVisible()
  await page.keyboard.press('Control+\\')
  const second = page.getByRole('region', { name: 'Segundo log' })
  const other = second.getByRole('grid', { name: 'Linhas de db.log' })
  await expect(other.getByText('db 999')).toBeVisible()

  // The list on the left leads.
  await rastro.grid.press('Control+Home')
  for (let pages = 0; pages < 40; pages += 1) await rastro.grid.press('PageDown')
  await expect.poll(async () => timeOf(await topOf(rastro.grid))).not.toBe('2026-11-23T10:00:00')
  await expect
    .poll(async () => {
      const [left, right] = [timeOf(await topOf(rastro.grid)), timeOf(await topOf(other))]
      return (Date.parse(`${right}Z`) - Date.parse(`${left}Z`)) / 1000
    })
    .toBeLessThanOrEqual(3)

  // And the one on the right.
  const before = await topOf(rastro.grid)
  await other.click()
  for (let pages = 0; pages < 5; pages += 1) await other.press('PageDown')
  await expect.poll(() => topOf(rastro.grid)).not.toBe(before)
  await expect
    .poll(async () => {
      const [left, right] = [timeOf(await topOf(rastro.grid)), timeOf(await topOf(other))]
      return Math.abs(Date.parse(`${right}Z`) - Date.parse(`${left}Z`)) / 1000
    })
    .toBeLessThanOrEqual(3)

  // Apart from each other.
  await second.getByRole('button', { name: 'Rolar os dois juntos pelo horário' }).click()
  const alone = await topOf(other)
  await rastro.grid.press('Control+Home')
  await expect(rastro.line(/api 0$/)).toBeVisible()
  expect(await topOf(other)).toBe(alone)

  await second.getByRole('button', { name: 'Voltar a um log só' }).click()
  await expect(second).toBeHidden()
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('follows each log by itself, swaps them, and comes back after a reload', async ({
    open,
    rastro,
  }) => {
    const { page } = rastro
    const { pathOf } = await open({
      'one.log': timed('one', 0, 500),
      'two.log': timed('two', 0, 500),
    })
    await expect(rastro.line('one 499')).toBeVisible()
    await page.keyboard.press('Control+\\')
    const second = page.getByRole('region', { name: 'Second log' })
    await expect(second.getByText('two 499')).toBeVisible()
    await second.getByRole('button', { name: 'Scroll both together by time' }).click()
    await rastro.grid.press('Control+Home')
    await expect(rastro.line(/one 0$/)).toBeVisible()
    await appendFile(pathOf('two.log'), '2026-11-23T11:00:00Z INFO fresh\n')
    await expect(second.getByText('fresh')).toBeVisible()
    await expect(rastro.line(/one 0$/)).toBeVisible()

    await second.getByRole('button', { name: 'Swap the two logs' }).click()
    // Each is read where it was.
    await expect(second.getByText(/one 0$/)).toBeVisible()
    await expect(rastro.line('fresh')).toBeVisible()
    await expect(
      page.getByRole('main').getByRole('grid', { name: 'Lines of two.log' }),
    ).toBeVisible()
    await expect(second.getByRole('grid', { name: 'Lines of one.log' })).toBeVisible()
    await second.getByRole('button', { name: 'One above the other' }).click()
    const [above, below] = [await page.getByRole('main').boundingBox(), await second.boundingBox()]
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1)

    const separator = page.getByRole('separator', { name: 'Room of the first log' })
    await separator.press('Home')
    await expect(separator).toHaveAttribute('aria-valuenow', '20')
    await separator.press('ArrowDown')
    await expectAccessible(page, 'split')

    await page.reload()
    await rastro.button('Read Logs').click()
    await expect(separator).toHaveAttribute('aria-valuenow', '25')
    await expect(second.getByRole('grid', { name: 'Lines of one.log' })).toBeVisible()
    await expect(second.getByRole('button', { name: 'Side by side' })).toBeVisible()
    await expect(
      second.getByRole('button', { name: 'Scroll both together by time' }),
    ).toHaveAttribute('aria-pressed', 'false')

    // A narrow window has no room for two.
    await page.setViewportSize({ width: 600, height: 700 })
    await expect(second).toBeHidden()
    await page.setViewportSize({ width: 1200, height: 700 })
    await expect(second).toBeVisible()
  })
})

test('says in the second list that its log has no lines, in English', async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', { value: ['en'] })
  })
  const { pathOf } = await open({ 'api.log': timed('api', 0, 30), 'db.log': '' })
  await page.keyboard.press('Control+\\')
  const second = page.getByRole('region', { name: 'Second log' })
  await expect(second.getByRole('heading', { name: 'The file is empty' })).toBeVisible()
  await appendFile(pathOf('db.log'), timed('db', 0, 1))
  await expect(second.getByText('db 0')).toBeVisible()
  await expect(second.getByRole('heading', { name: 'The file is empty' })).toBeHidden()
})
