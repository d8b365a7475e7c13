import { join } from 'node:path'
import { startServer } from '../../src/server/start-server.ts'
import { expect, test } from './rastro-test.ts'

test('has something to read at the first click, with the generator', async ({ folder, rastro }) => {
  const server = await startServer({ token: null, generatorFile: join(folder, 'teste.log') })
  try {
    await rastro.page.goto(server.url)
    await expect(rastro.page.getByRole('heading', { name: 'Nenhum log ainda' })).toBeVisible()
    await rastro.button('Ler Logs').click()
    await expect(rastro.rows.filter({ visible: true }).first()).toBeVisible()
    await expect(rastro.source('teste.log')).toBeVisible()
    const toggle = rastro.button('Gerador')
    await expect(toggle).toHaveAttribute('aria-pressed', 'true')
    await toggle.click()
    await expect(toggle).toHaveAttribute('aria-pressed', 'false')
    await expect(rastro.rows.filter({ visible: true }).first()).toBeVisible()
  } finally {
    await server.close()
  }
})

test('hides the generator where the server has none', async ({ serve, folder, rastro }) => {
  await rastro.page.goto((await serve([join(folder, 'app.log')])).url)
  await expect(rastro.button('Ler Logs')).toBeVisible()
  await expect(rastro.button('Gerador')).toHaveCount(0)
})
