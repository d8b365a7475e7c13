import { appendFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('freezes the lines, counts what comes and goes on from there', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 201))
  await rastro.button('Pausar').click()
  await expect(rastro.status).toContainText('Pausado')
  const before = await rastro.filled()
  await appendFile(file, `${numbered(201, 501)}ERROR one\nERROR two\n`)
  await expect(rastro.toolbar).toContainText('+302 linhas, 2 erros')
  expect(await rastro.shown()).toEqual(before)

  await rastro.button('Continuar').click()
  await expect(rastro.toolbar).not.toContainText('+302')
  // From here: what was on the screen stays, and the new lines are below it.
  await expect(rastro.numbered(200)).toBeInViewport()
  await rastro.page.mouse.move(700, 400)
  await rastro.page.mouse.wheel(0, 300)
  await expect(rastro.numbered(205)).toContainText('line 205')
  await expect(rastro.status).toContainText('502 linhas')
})

test('jumps to the end after a pause, with nothing lost in between', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 11))
  await rastro.button('Pausar').click()
  await appendFile(file, numbered(11, 10_001))
  await expect(rastro.toolbar).toContainText('+9.990 linhas')
  await rastro.button('Escolher de onde continuar').click()
  await rastro.page.getByRole('menuitem', { name: 'Ir para o fim' }).click()
  await expect(rastro.numbered(10_000)).toContainText('line 10000')
  await appendFile(file, 'line 10001\n')
  await expect(rastro.numbered(10_001)).toBeInViewport()
  for (const { number, text } of await rastro.shown()) expect(text).toBe(`line ${number}`)
  await rastro.button('Ir para o início').click()
  await expect(rastro.numbered(1)).toContainText('line 1')
  await expect(rastro.numbered(11)).toContainText('line 11')
})

test('keeps a selection of text through a pause', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 51))
  await rastro.button('Pausar').click()
  await rastro
    .numbered(48)
    .getByText('line 48')
    .dblclick({ position: { x: 40, y: 8 } })
  const selected = () => rastro.page.evaluate(() => String(getSelection()))
  await expect.poll(selected).not.toBe('')
  const text = await selected()
  await appendFile(file, numbered(51, 1001))
  await expect(rastro.toolbar).toContainText('+950 linhas')
  expect(await selected()).toBe(text)
})
