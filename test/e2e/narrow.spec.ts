import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test.use({ viewport: { width: 480, height: 640 } })

for (const width of [480, 360]) {
  test(`keeps every tool within reach at ${width} px`, async ({ folder, serve, rastro }) => {
    const file = join(folder, 'a-service-with-a-rather-long-name-2026-11-23.log')
    await writeFile(file, numbered(1, 101, ` ${'wide '.repeat(100)}`))
    const { page } = rastro
    await page.setViewportSize({ width, height: 640 })
    await rastro.read((await serve([file])).url)
    await expect(rastro.numbered(100)).toBeVisible()
    await rastro.button('Pausar').click()
    await expect(rastro.button('Continuar')).toBeVisible()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    for (const button of await page.getByRole('button').all()) {
      // The switches of the levels are a row that scrolls sideways by itself.
      await button.scrollIntoViewIfNeeded()
      await expect(button).toBeInViewport({ ratio: 0.99 })
    }
    await rastro.button('Mais').click()
    for (const name of ['Abrir arquivo…', 'Conectar URL…', 'Ir para o fim', 'Salvar linhas…']) {
      await expect(page.getByRole('menuitem', { name })).toBeVisible()
    }
  })
}

test('lays the sources over the lines and takes them away after a choice', async ({
  folder,
  serve,
  rastro,
}) => {
  const [one, two] = [join(folder, 'one.log'), join(folder, 'two.log')]
  await writeFile(one, 'from one\n')
  await writeFile(two, 'from two\n')
  await rastro.read((await serve([one, two])).url)
  await expect(rastro.sources).toBeHidden()
  await rastro.button('Mostrar ou ocultar as fontes').click()
  await rastro.source('two.log').click()
  await expect(rastro.sources).toBeHidden()
  await expect(rastro.line('from two')).toBeVisible()
})
