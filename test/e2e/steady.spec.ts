import { appendFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

for (const [width, locale, read, pause, open] of [
  [1280, 'pt-BR', 'Ler Logs', 'Pausar', 'Abrir arquivo…'],
  [1280, 'en', 'Read Logs', 'Pause', 'Open File…'],
  [800, 'pt-BR', 'Ler Logs', 'Pausar', 'Abrir arquivo…'],
] as const) {
  test.describe(`in ${locale} at ${width} px`, () => {
    test.use({ locale, viewport: { width, height: 700 } })

    test('moves no button when reading begins, is paused and goes on', async ({ show, rastro }) => {
      const { file } = await show(numbered(1, 301))
      const tool = async () => await rastro.button(open).boundingBox()
      const search = async () => await rastro.page.getByRole('search').boundingBox()
      const list = async () => await rastro.page.getByRole('main').boundingBox()
      await expect(rastro.button(read)).toBeVisible()
      const before = { tool: await tool(), search: await search() }
      await rastro.button(read).click()
      await expect(rastro.numbered(300)).toBeVisible()
      expect({ tool: await tool(), search: await search() }).toEqual(before)
      // With the first lines comes the histogram above them; from then on nothing moves them.
      const lines = await list()
      await rastro.button(pause).click()
      await appendFile(file, `${numbered(301, 1001)}ERROR one\n`)
      await expect(rastro.toolbar).toContainText(/\+701 lin/)
      expect({ tool: await tool(), search: await search() }).toEqual(before)
      expect(await list()).toEqual(lines)
    })
  })
}

test('keeps the figures in place while they change', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 1001))
  const bytes = rastro.status.locator('[data-fact="bytes"]')
  const rate = rastro.status.locator('[data-fact="rate"]')
  const right = async () => {
    const box = await bytes.boundingBox()
    return (box?.x ?? 0) + (box?.width ?? 0)
  }
  await expect(rate).toHaveText('0 linhas/s')
  const before = await right()
  await appendFile(file, numbered(1001, 9001))
  await expect(rate).not.toHaveText('0 linhas/s')
  expect(await right()).toBeCloseTo(before, 0)
})
