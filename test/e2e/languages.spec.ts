import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('speaks Portuguese to a Portuguese system', async ({ open, rastro }) => {
  await open(numbered(1, 1235))
  await expect(rastro.page.locator('html')).toHaveAttribute('lang', 'pt-BR')
  await expect(rastro.status).toContainText('1.234 linhas')
  await expect(rastro.button('Pausar')).toBeVisible()
})

test.describe('on an English system', () => {
  test.use({ locale: 'en-GB' })

  test('speaks English, and Portuguese by choice that is kept', async ({ show, rastro }) => {
    const { page } = rastro
    await show(numbered(1, 1235))
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await rastro.button('Read Logs').click()
    await expect(rastro.status).toContainText('1,234 lines')
    await expect(page.getByRole('grid', { name: 'Lines of app.log' })).toBeVisible()

    await rastro.button('Appearance and language').click()
    await page.getByRole('radio', { name: 'Português (Brasil)' }).click()
    await expect(rastro.status).toContainText('1.234 linhas')
    await expect(page.getByRole('grid', { name: 'Linhas de app.log' })).toBeVisible()
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR')
    await expect(rastro.button('Ler Logs')).toBeVisible()
  })
})

test.describe('on a dark system', () => {
  test.use({ colorScheme: 'dark' })

  test('is dark, and light by choice that is kept', async ({ show, rastro }) => {
    const { page } = rastro
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await show('one\n')
    await expect.poll(background).toBe('rgb(16, 22, 26)')
    await rastro.button('Aparência e idioma').click()
    await page.getByRole('radio', { name: 'Clara' }).click()
    await expect.poll(background).toBe('rgb(255, 255, 255)')
    await page.reload()
    await expect(rastro.button('Ler Logs')).toBeVisible()
    await expect.poll(background).toBe('rgb(255, 255, 255)')
  })
})

test('starts with its defaults when what it kept cannot be read', async ({ show, rastro }) => {
  await rastro.page.addInitScript(() => {
    localStorage.setItem('rastro.settings', '{"locale":"tlh","theme":')
    localStorage.setItem('rastro.remotes', '{"not":"a list"}')
  })
  await show('one\n')
  await expect(rastro.page.locator('html')).toHaveAttribute('lang', 'pt-BR')
  await rastro.button('Conectar URL…').click()
  await expect(rastro.page.getByRole('textbox', { name: 'Endereço' })).toBeFocused()
  await expect(rastro.page.getByRole('listbox')).toHaveCount(0)
})
