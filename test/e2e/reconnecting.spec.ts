import { appendFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('reconnects to a server that was killed and started again, with all lines', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'app.log')
  await writeFile(file, numbered(1, 51))
  const server = await serve([file])
  await rastro.read(server.url)
  await expect(rastro.numbered(50)).toBeVisible()
  await server.kill()
  await expect(rastro.status).toContainText('Servidor fora de alcance')
  await expect(rastro.source('app.log')).toContainText('fora de alcance')
  await expect(rastro.status).toContainText(/nova tentativa em \d+ s|tentando agora/)
  await expect(rastro.numbered(50)).toBeVisible()
  await appendFile(file, numbered(51, 101))
  await serve([file], '--port', String(server.port))
  await expect(rastro.status).toContainText('Ao vivo', { timeout: 40_000 })
  await expect(rastro.source('app.log')).toContainText('acompanhando')
  await expect(rastro.numbered(100)).toContainText('line 100')
  await expect(rastro.status).toContainText('100 linhas')
  for (const { number, text } of await rastro.shown()) expect(text).toBe(`line ${number}`)
})

test('comes to life when the server starts after the page was opened', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'app.log')
  await writeFile(file, numbered(1, 3))
  const server = await serve([file])
  await rastro.page.goto(server.url)
  await expect(rastro.button('Ler Logs')).toBeVisible()
  await server.kill()
  await rastro.button('Ler Logs').click()
  await expect(rastro.status).toContainText('Servidor fora de alcance')
  await serve([file], '--port', String(server.port))
  await expect(rastro.numbered(2)).toContainText('line 2', { timeout: 40_000 })
})

test('shows no text of a server that numbered its lines differently', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'app.log')
  await writeFile(file, numbered(1, 401))
  const server = await serve([file])
  await rastro.read(server.url)
  await expect(rastro.numbered(400)).toBeVisible()
  await rename(file, `${file}.1`)
  await writeFile(file, numbered(401, 801))
  await expect(rastro.numbered(800)).toBeVisible()
  await rastro.button('Ir para o início').click()
  await expect(rastro.numbered(1)).toContainText('line 1')
  await server.kill()
  await expect(rastro.status).toContainText('Servidor fora de alcance')
  await unlink(`${file}.1`)
  await serve([file], '--port', String(server.port))
  await expect(rastro.status).toContainText('Ao vivo', { timeout: 40_000 })
  // The new server knows only the file as it is now: its line 1 is another one.
  await expect(rastro.numbered(1)).toContainText('line 401')
  await expect(rastro.numbered(1)).toBeInViewport()
  for (const { number, text } of await rastro.shown()) expect(text).toBe(`line ${number + 400}`)
  await rastro.grid.press('End')
  await expect(rastro.numbered(400)).toContainText('line 800')
})
