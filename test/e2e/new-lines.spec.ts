import { appendFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('tells what came below the view and goes there by keyboard', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 301))
  await rastro.turnPages('PageUp', 1)
  const pill = rastro.status.getByRole('button', { name: /linhas? novas?/ })
  await expect(pill).toHaveCount(0)
  const before = await rastro.filled()

  await appendFile(file, `${numbered(301, 1533)}ERROR one\nERROR two\n`)
  await expect(pill).toContainText('1.234 linhas novas')
  await expect(pill).toContainText('2 erros')
  expect(await rastro.shown()).toEqual(before)
  // It stands below the lines and covers none of them.
  const [list, button] = [await rastro.grid.boundingBox(), await pill.boundingBox()]
  expect(button?.y).toBeGreaterThanOrEqual((list?.y ?? 0) + (list?.height ?? 0))

  await rastro.page.keyboard.press('Tab')
  await expect(pill).toBeFocused()
  await rastro.page.keyboard.press('Enter')
  await expect(rastro.numbered(1534)).toBeInViewport()
  await expect(pill).toHaveCount(0)
  await expect(rastro.grid).toBeFocused()
  await appendFile(file, 'the last\n')
  await expect(rastro.numbered(1535)).toBeInViewport()
})

test('speaks English too, and counts from the pause for whoever goes on from there', async ({
  open,
  rastro,
}) => {
  await rastro.page.addInitScript(() => {
    localStorage.setItem('rastro.settings', JSON.stringify({ locale: 'en', theme: 'system' }))
  })
  const { file } = await open(numbered(1, 301))
  await rastro.button('Pause').click()
  await appendFile(file, 'one\n')
  await expect(rastro.toolbar).toContainText('+1 line')
  await rastro.button('Continue').click()
  const pill = rastro.status.getByRole('button', { name: '1 new line' })
  await pill.click()
  await expect(rastro.numbered(301)).toBeInViewport()
  await expect(pill).toHaveCount(0)
})
