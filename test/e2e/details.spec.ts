import { rename, writeFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('finds the rotations of a log at any width, also before there are any', async ({
  open,
  rastro,
}) => {
  await rastro.page.setViewportSize({ width: 480, height: 640 })
  const { file } = await open(numbered(1, 11))
  await rastro.status.getByRole('button', { name: 'Detalhes do log' }).click()
  const details = rastro.page.getByRole('dialog', { name: 'Detalhes' })
  const fact = (name: string) =>
    details
      .locator('div')
      .filter({ has: rastro.page.getByText(name, { exact: true }) })
      .last()
  await expect(fact('Rotações')).toContainText('0')
  await expect(fact('Caminho')).toContainText(file)
  await expect(fact('Vigilância')).toContainText('O sistema avisa de cada mudança.')
  await rename(file, `${file}.1`)
  await writeFile(file, numbered(11, 21))
  await expect(fact('Rotações')).toContainText('1')
  await rastro.page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
})

test('explains to mouse and keyboard why a log is only polled', async ({ show, rastro }) => {
  // No system refuses to watch at will: the server's answer is changed on its way.
  await rastro.page.route('**/api/logs', async (route) => {
    const response = await route.fetch()
    const state = await response.json()
    for (const log of state.logs) log.watch = 'stat'
    await route.fulfill({ response, json: state })
  })
  await show(numbered(1, 11))
  const polling = rastro.status.getByRole('note')
  await expect(polling).toHaveText('Consulta periódica')
  const sentence = /O sistema recusou avisar sobre mudanças/
  await expect(rastro.page.getByRole('tooltip')).toHaveCount(0)
  await rastro.page.keyboard.press('Shift+Tab')
  for (let tab = 0; tab < 9; tab += 1) {
    if (await polling.evaluate((note) => note === document.activeElement)) break
    await rastro.page.keyboard.press('Shift+Tab')
  }
  await expect(rastro.page.getByRole('tooltip', { name: sentence })).toBeVisible()
  await rastro.status.getByRole('button', { name: 'Detalhes do log' }).click()
  await expect(rastro.page.getByRole('dialog', { name: 'Detalhes' })).toContainText(sentence)
})
