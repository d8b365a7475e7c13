import { appendFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('makes text as large and as far apart as one likes, and keeps it so', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  const { file } = await open(numbered(1, 501))
  const row = rastro.numbered(500).and(page.locator(':not([hidden])'))
  const height = async () => (await row.boundingBox())?.height
  await expect(row).toBeVisible()
  await expect.poll(height).toBe(20)

  await rastro.button('Aparência e idioma').click()
  await page.getByRole('button', { name: 'Aumentar Tamanho do texto' }).click()
  await expect.poll(height).toBe(22)
  await page.getByRole('radio', { name: 'Amplo' }).click()
  await expect.poll(height).toBe(26)
  await page.keyboard.press('Escape')
  // The view stays at the end, and goes on following.
  await expect(row).toBeInViewport({ ratio: 1 })
  await appendFile(file, numbered(501, 503))
  await expect(rastro.numbered(502)).toBeInViewport({ ratio: 1 })

  await page.reload()
  await rastro.button('Ler Logs').click()
  await expect(row).toBeVisible()
  await expect.poll(height).toBe(26)
  await page.keyboard.press('0')
  await expect.poll(height).toBe(24)
  await page.keyboard.press('-')
  await expect.poll(height).toBe(22)
})

test('draws lines in its own face, from its own server', async ({ open, rastro }) => {
  const fonts: string[] = []
  rastro.page.on('response', (response) => {
    if (response.url().endsWith('.woff2')) fonts.push(`${response.status()} ${response.url()}`)
  })
  const { url } = await open('Ação: ção – Łódź\n')
  await expect.poll(() => fonts.length).toBe(2)
  for (const font of fonts) expect(font.startsWith(`200 ${new URL(url).origin}/`)).toBe(true)
})

const background = () => getComputedStyle(document.body).backgroundColor

test('has high contrast by choice, light and dark as the system is', async ({ open, rastro }) => {
  const { page } = rastro
  await page.emulateMedia({ colorScheme: 'dark' })
  await open('one\n')
  await rastro.button('Aparência e idioma').click()
  await page.getByRole('radio', { name: 'Alto contraste' }).click()
  await expect.poll(() => page.evaluate(background)).toBe('rgb(0, 0, 0)')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => page.evaluate(background)).toBe('rgb(255, 255, 255)')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
})

test('has high contrast when the system asks for it', async ({ show, rastro }) => {
  const { page } = rastro
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
  await show('one\n')
  expect(await page.evaluate(background)).toBe('rgb(0, 0, 0)')
  await page.emulateMedia({ contrast: 'no-preference' })
  await expect.poll(() => page.evaluate(background)).toBe('rgb(16, 22, 26)')
})
