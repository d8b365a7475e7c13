import type { Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

const NAMES = Array.from({ length: 14 }, (_, at) => `service-number-${at + 1}.log`)
const LOGS = Object.fromEntries(NAMES.map((name) => [name, `${name} line\n`]))

const strip = (page: Page) => page.getByRole('region', { name: /Logs abertos|Open logs/ })
const before = (page: Page) =>
  strip(page).getByRole('button', { name: /abas anteriores|tabs before/ })
const behind = (page: Page) =>
  strip(page).getByRole('button', { name: /abas seguintes|tabs after/ })

/** Whether nothing hides a part of the tab: neither the edges of the strip nor what lies over them. */
function isWhole({ page }: RastroPage, name: string): Promise<boolean> {
  const tab = strip(page).getByRole('tab', { name, exact: true })
  return tab.evaluate((face) => {
    const { left, right, top, bottom } = face.getBoundingClientRect()
    const y = (top + bottom) / 2
    return [left + 1, right - 1].every((x) => face.contains(document.elementFromPoint(x, y)))
  })
}

test('shows that there are more tabs than fit, and goes to them', async ({ open, rastro }) => {
  await open(LOGS)
  const { page } = rastro
  await expect(strip(page).getByRole('tab')).toHaveCount(14)
  await expect(behind(page)).toBeVisible()
  await expect(before(page)).toHaveCount(0)
  await expectAccessible(page, 'tabs that do not fit, at their beginning')
  expect(await isWhole(rastro, 'service-number-1.log')).toBe(true)
  expect(await isWhole(rastro, 'service-number-14.log')).toBe(false)
  await behind(page).click()
  await expect(before(page)).toBeVisible()
  await expectAccessible(page, 'tabs that do not fit, in their middle')
  await expect(async () => {
    if ((await behind(page).count()) > 0) await behind(page).click({ timeout: 500 })
    await expect(behind(page)).toHaveCount(0, { timeout: 500 })
  }).toPass()
  await expect.poll(() => isWhole(rastro, 'service-number-14.log')).toBe(true)
  // Which log is read is another matter.
  await expect(strip(page).getByRole('tab', { selected: true })).toHaveAccessibleName(
    'service-number-1.log',
  )
  await page.setViewportSize({ width: 4000, height: 800 })
  await expect(before(page)).toHaveCount(0)
  await expect(behind(page)).toHaveCount(0)
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('keeps the selected tab in view, by keys and in a narrower window', async ({
    show,
    rastro,
  }) => {
    await show(LOGS)
    await rastro.readButton.click()
    const { page } = rastro
    const selected = strip(page).getByRole('tab', { selected: true })
    await selected.focus()
    await page.keyboard.press('End')
    await expect(selected).toHaveAccessibleName('service-number-14.log')
    await expect.poll(() => isWhole(rastro, 'service-number-14.log')).toBe(true)
    await expect(behind(page)).toHaveCount(0)
    await expect(before(page)).toBeVisible()
    for (let number = 13; number >= 7; number -= 1) {
      await page.keyboard.press('ArrowLeft')
      await expect(selected).toHaveAccessibleName(`service-number-${number}.log`)
      await expect.poll(() => isWhole(rastro, `service-number-${number}.log`)).toBe(true)
    }
    await expect(selected).toBeFocused()
    await page.setViewportSize({ width: 480, height: 640 })
    await expect.poll(() => isWhole(rastro, 'service-number-7.log')).toBe(true)
    await page.setViewportSize({ width: 1280, height: 800 })
    await expect.poll(() => isWhole(rastro, 'service-number-7.log')).toBe(true)
    // Moved to the very end it stays in view, too.
    for (let moved = 0; moved < 7; moved += 1) await page.keyboard.press('Alt+Shift+PageDown')
    await expect.poll(() => isWhole(rastro, 'service-number-7.log')).toBe(true)
    await expect(behind(page)).toHaveCount(0)
  })
})
