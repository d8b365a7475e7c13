import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test.use({ viewport: { width: 480, height: 640 } })

for (const width of [480, 360]) {
  test(`keeps every tool within reach at ${width} px`, async ({ open, rastro }) => {
    const { page } = rastro
    await page.setViewportSize({ width, height: 640 })
    await open({
      'a-service-with-a-rather-long-name-2026-11-23.log': numbered(
        1,
        101,
        ` ${'wide '.repeat(100)}`,
      ),
    })
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
  open,
  rastro,
}) => {
  await open({ 'one.log': 'from one\n', 'two.log': 'from two\n' })
  await expect(rastro.sources).toBeHidden()
  await rastro.button('Mostrar ou ocultar as fontes').click()
  await rastro.source('two.log').click()
  await expect(rastro.sources).toBeHidden()
  await expect(rastro.line('from two')).toBeVisible()
})

test('takes away what covers the lines by Escape, wherever the keyboard is', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open('one\ntwo\n')
  await rastro.line('one').click()
  await page.keyboard.press('i')
  const details = page.getByRole('complementary', { name: 'Detalhes da linha' })
  await expect(details).toBeVisible()
  await expect(rastro.grid).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  // The line stays chosen.
  await expect(rastro.line('one')).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('i')
  await details.getByRole('tab', { name: 'Texto' }).click()
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  await expect(rastro.grid).toBeFocused()

  await rastro.button('Mostrar ou ocultar as fontes').click()
  await expect(rastro.sources).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rastro.sources).toBeHidden()
})
