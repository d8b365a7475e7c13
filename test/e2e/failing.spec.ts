import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './rastro-test.ts'

test('says that the token is missing, and what to do', async ({ folder, serve, rastro }) => {
  const file = join(folder, 'app.log')
  await writeFile(file, 'one\n')
  const server = await serve([file], '--token=c2VjcmV0LXRva2VuLWZvci10ZXN0cw')
  await rastro.page.goto(server.url)
  await expect(rastro.button('Ler Logs')).toBeVisible()
  expect(rastro.page.url()).not.toContain('token')
  await rastro.page.context().clearCookies()
  await rastro.button('Ler Logs').click()
  await expect(rastro.status).toContainText('Recusado: O servidor pede o token dele.')
  await expect(rastro.button('Ler Logs')).toBeVisible()
})

test('turns a request that fails into a notice', async ({ folder, serve, rastro }) => {
  const [one, two] = [join(folder, 'one.log'), join(folder, 'two.log')]
  await writeFile(one, 'one\n')
  await writeFile(two, 'two\n')
  const server = await serve([one, two])
  await rastro.page.goto(server.url)
  await expect(rastro.source('two.log')).toBeVisible()
  await server.kill()
  await rastro.source('two.log').hover()
  await rastro.sources.getByRole('button', { name: 'Fechar two.log' }).click()
  await expect(rastro.notices).toContainText('Não foi possível fechar o log')
  await expect(rastro.notices).toContainText('Ele ainda está em execução?')
})

test('shows a sentence and a way on when drawing the page fails', async ({
  folder,
  serve,
  page,
}) => {
  const file = join(folder, 'app.log')
  await writeFile(file, 'one\n')
  const server = await serve([file])
  // The browser's own number format breaks once the page stands.
  await page.addInitScript(() => {
    Object.assign(window, {
      breakNumbers() {
        Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
          get() {
            throw new Error('broken on purpose')
          },
        })
      },
    })
  })
  await page.goto(server.url)
  await expect(page.getByRole('toolbar', { name: 'Ferramentas' })).toBeVisible()
  await page.evaluate(() => (window as unknown as { breakNumbers(): void }).breakNumbers())
  // By key: the page may have stopped by itself by now, and then has no button to wait for.
  await page.keyboard.press('l')
  await expect(page.getByRole('alert')).toContainText('A página parou')
  await expect(page.getByRole('alert')).toContainText('broken on purpose')
  await page.getByRole('button', { name: 'Recarregar' }).click()
  await expect(page.getByRole('toolbar', { name: 'Ferramentas' })).toBeVisible()
})
