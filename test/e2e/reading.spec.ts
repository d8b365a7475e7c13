import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('shows a log after Ler Logs was pressed, and not before', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'app.log')
  await writeFile(file, numbered(1, 101))
  const server = await serve([file])
  await rastro.page.goto(server.url)
  await expect(rastro.page.getByRole('heading', { name: 'Pressione Ler Logs' })).toBeVisible()
  await expect(rastro.status).toContainText('Parado')
  await rastro.button('Ler Logs').click()
  await expect(rastro.numbered(100)).toContainText('line 100')
  await expect(rastro.status).toContainText('Ao vivo')
  await expect(rastro.status).toContainText('100 linhas')
})

test('shows a line within sight as soon as it is written', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 101))
  await appendFile(file, 'olá, mundo\n')
  await expect(rastro.numbered(101)).toContainText('olá, mundo')
  await expect(rastro.numbered(101)).toBeInViewport()
})

test('closes the stream with Parar and keeps the lines on the screen', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 11))
  await rastro.button('Parar').click()
  await expect(rastro.status).toContainText('Parado')
  await expect(rastro.numbered(10)).toBeVisible()
  await appendFile(file, 'written while stopped\n')
  await rastro.button('Ler Logs').click()
  await expect(rastro.numbered(11)).toContainText('written while stopped')
})

test('waits for a file that is missing and reads it when it comes', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'late.log')
  await rastro.read((await serve([file])).url)
  await expect(rastro.page.getByRole('heading', { name: 'Aguardando o arquivo' })).toBeVisible()
  await expect(rastro.status).toContainText('O arquivo ainda não existe.')
  await writeFile(file, 'here at last\n')
  await expect(rastro.numbered(1)).toContainText('here at last')
  await expect(rastro.status).toContainText('Ao vivo')
})

test('says that a file is empty and shows its first line', async ({ open, rastro }) => {
  const { file } = await open({ 'empty.log': '' })
  await expect(rastro.page.getByRole('heading', { name: 'O arquivo está vazio' })).toBeVisible()
  await appendFile(file, 'the first\n')
  await expect(rastro.numbered(1)).toContainText('the first')
})

test('changes between logs at the side and in the dialog of a browser', async ({
  open,
  rastro,
}) => {
  await open({ 'one.log': 'from one\n', 'two.log': 'from two\n' })
  await expect(rastro.line('from one')).toBeVisible()
  await rastro.source('two.log').click()
  await expect(rastro.line('from two')).toBeVisible()
  await expect(rastro.page).toHaveTitle('two.log - Rastro')
  await rastro.button('Abrir arquivo…').click()
  const dialog = rastro.page.getByRole('dialog', { name: 'Abrir um log' })
  await dialog.getByRole('option', { name: 'one.log' }).click()
  await expect(dialog).toBeHidden()
  await expect(rastro.line('from one')).toBeVisible()
})

test('closes a log at the side', async ({ open, rastro }) => {
  await open({ 'one.log': 'from one\n', 'two.log': 'from two\n' })
  await rastro.source('one.log').getByRole('button', { name: 'Fechar one.log' }).click()
  await expect(rastro.source('one.log')).toHaveCount(0)
  await expect(rastro.line('from two')).toBeVisible()
})

test('reads a log in another encoding by choice', async ({ open, rastro }) => {
  await open({ 'latin.log': Buffer.from('ação concluída\n', 'latin1') })
  await expect(rastro.numbered(1)).toContainText('a\ufffd\ufffdo')
  await rastro.status.getByRole('button', { name: /Codificação/ }).click()
  await rastro.page.getByRole('option', { name: 'Windows-1252' }).click()
  await expect(rastro.numbered(1)).toContainText('ação concluída')
})
