import { appendFile } from 'node:fs/promises'
import { expect, test } from './rastro-test.ts'

test('has landmarks, a heading and a name for everything that can be pressed', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open('one\n')
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('contentinfo')).toHaveCount(1)
  await expect(page.getByRole('banner')).toHaveCount(1)
  await expect(page.getByRole('complementary', { name: 'Fontes' })).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1, name: 'Rastro' })).toHaveCount(1)
  await expect(page.getByRole('grid', { name: 'Linhas de app.log' })).toHaveCount(1)
  for (const button of await page.getByRole('button').all()) {
    await expect(button).toHaveAccessibleName(/\S/)
  }
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  await expect(page.locator('[style*="url("], body [onclick]')).toHaveCount(0)
})

test('sums up for a screen reader what came, and never reads the lines', async ({
  open,
  rastro,
}) => {
  const { file } = await open('one\n')
  const announcer = rastro.page.locator('[data-announcer]')
  await appendFile(file, 'two\nERROR three\n')
  await expect(announcer).toHaveText('2 linhas novas, 1 erro')
  await expect(rastro.page.locator('[aria-live]').filter({ has: rastro.grid })).toHaveCount(0)
  await expect(rastro.grid).not.toHaveAttribute('aria-live', /polite|assertive/)
})
