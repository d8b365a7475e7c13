import { appendFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('is used without a mouse, from the first Tab to the last line', async ({ show, rastro }) => {
  const { keyboard } = rastro.page
  const { file } = await show({ 'one.log': numbered(1, 501), 'two.log': 'from two\n' })

  // The toolbar is one stop of Tab; arrows move in it.
  await keyboard.press('Tab')
  await keyboard.press('ArrowRight')
  await expect(rastro.button('Ler Logs')).toBeFocused()
  await keyboard.press('Enter')
  await expect(rastro.numbered(500)).toBeVisible()
  await expect(rastro.button('Parar')).toBeFocused()

  await keyboard.press('F6')
  await expect(rastro.grid).toBeFocused()

  await keyboard.press('g')
  await expect(rastro.numbered(1)).toBeInViewport()
  await keyboard.press('Shift+G')
  await expect(rastro.numbered(500)).toBeInViewport()
  await keyboard.press('Home')
  await expect(rastro.numbered(1)).toBeInViewport()

  await keyboard.press('Space')
  await expect(rastro.status).toContainText('Pausado')
  await appendFile(file, numbered(501, 504))
  await expect(rastro.toolbar).toContainText('+3 linhas')
  await keyboard.press('Space')
  await expect(rastro.status).toContainText('Ao vivo')

  await keyboard.press('f')
  await expect(rastro.status.getByRole('button', { name: 'Acompanhar' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(rastro.numbered(503)).toBeInViewport()

  await rastro.source('one.log').focus()
  await keyboard.press('ArrowDown')
  await expect(rastro.line('from two')).toBeVisible()
  await keyboard.press('F6')
  await expect(rastro.grid).toBeFocused()
  await keyboard.press('1')
  await expect(rastro.numbered(503)).toBeVisible()
})

test('leaves the keyboard at the button that was clicked', async ({ open, rastro }) => {
  const { keyboard } = rastro.page
  await open(numbered(1, 501))
  await expect(rastro.button('Parar')).toBeFocused()
  // Who uses the mouse knows where it is.
  const ring = rastro.page.locator(':focus-visible')
  await expect(ring).toHaveCount(0)

  await rastro.numbered(500).click()
  await rastro.button('Ir para o início').click()
  await expect(rastro.button('Ir para o início')).toBeFocused()
  await expect(ring).toHaveCount(0)

  await rastro.numbered(1).click()
  await rastro.button('Pausar').click()
  await expect(rastro.button('Continuar')).toBeFocused()
  await expect(rastro.status).toContainText('Pausado')
  await keyboard.press('Space')
  await expect(rastro.button('Pausar')).toBeFocused()
  await expect(rastro.status).toContainText('Ao vivo')

  await rastro.numbered(1).click()
  await rastro.button('Mais').click()
  await expect(rastro.page.getByRole('menu')).toBeVisible()
  await keyboard.press('Escape')
  await expect(rastro.button('Mais')).toBeFocused()
})

test('is in the lines of a log that was chosen by mouse', async ({ open, rastro }) => {
  const { page } = rastro
  await open({ 'one.log': numbered(1, 501), 'three.log': 'from three\n', 'two.log': 'from two\n' })

  await rastro.source('two.log').click()
  await expect(rastro.line('from two')).toBeVisible()
  await expect(rastro.grid).toBeFocused()

  await page.getByRole('tab', { name: 'three.log' }).click()
  await expect(rastro.line('from three')).toBeVisible()
  await expect(rastro.grid).toBeFocused()

  // By keyboard the next one may be wanted; Enter opens the one that is.
  await rastro.source('three.log').focus()
  await page.keyboard.press('ArrowDown')
  await expect(rastro.line('from two')).toBeVisible()
  await expect(rastro.source('two.log')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rastro.grid).toBeFocused()
})

test('takes the keys of the lines while nothing has the focus', async ({ show, rastro }) => {
  const { keyboard } = rastro.page
  await show(numbered(1, 501))
  await keyboard.press('l')
  await expect(rastro.numbered(500)).toBeInViewport()
  await keyboard.press('Home')
  await expect(rastro.numbered(1)).toBeInViewport()
  await expect(rastro.grid).toBeFocused()
  await rastro.grid.blur()
  await keyboard.press('Space')
  await expect(rastro.status).toContainText('Pausado')
})

test('shows where the keyboard is, at every stop of Tab from the first to the last', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open({ 'one.log': numbered(1, 101) })
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const stops: { name: string; isShown: boolean; isInside: boolean }[] = []
  /** Far more than there are: a circle would be a trap. */
  const limit = 80
  while (stops.length < limit) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return null
      // A field may leave it to the box that it stands in, the lines to what lies over them.
      const around = [focused, focused.parentElement, focused.parentElement?.parentElement]
      const isShown = around.some((element) => {
        if (element === null || element === undefined) return false
        const own = getComputedStyle(element)
        const over = getComputedStyle(element, '::after')
        const hasOutline = own.outlineStyle !== 'none' && Number.parseFloat(own.outlineWidth) > 0
        return hasOutline || (over.content !== 'none' && Number.parseFloat(over.borderTopWidth) > 1)
      })
      const { width, height, x, y } = focused.getBoundingClientRect()
      const isInside = width > 0 && height > 0 && x < innerWidth && y < innerHeight
      const name = focused.getAttribute('aria-label') ?? focused.textContent ?? ''
      return { name: `${focused.tagName} ${name}`.slice(0, 80), isShown, isInside }
    })
    if (stop === null) break
    stops.push(stop)
  }
  expect(stops.length).toBeLessThan(limit)
  expect(stops.filter(({ isShown, isInside }) => !isShown || !isInside)).toEqual([])
  const names = stops.map(({ name }) => name)
  expect(names).toContainEqual(expect.stringContaining('Linhas de one.log'))
  expect(names).toContainEqual(expect.stringContaining('Buscar no log'))
  expect(names).toContainEqual(expect.stringContaining('Acompanhar'))
})

test('opens its dialogs by keys, and Escape gives the focus back', async ({ open, rastro }) => {
  const { page } = rastro
  await open({ 'one.log': 'one\n' })
  await rastro.grid.focus()
  for (const [keys, name] of [
    ['?', 'Atalhos do teclado'],
    ['Control+o', 'Abrir um log'],
    ['Control+u', 'Conectar a um fluxo'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(rastro.grid).toBeFocused()
  }
})

test('leaves letters to the field in which they are typed', async ({ show, rastro }) => {
  await show({ 'one.log': 'one\n' })
  await rastro.button('Conectar URL…').click()
  const field = rastro.page.getByRole('textbox', { name: 'Endereço' })
  await expect(field).toBeFocused()
  await rastro.page.keyboard.type('flgG? ')
  await expect(field).toHaveValue('flgG? ')
  await rastro.page.keyboard.press('Escape')
  await expect(rastro.button('Ler Logs')).toBeVisible()
})

test('closes a source by keys alone', async ({ show, rastro }) => {
  await show({ 'one.log': 'from one\n', 'two.log': 'from two\n' })
  await rastro.source('one.log').focus()
  await rastro.page.keyboard.press('ArrowRight')
  await expect(rastro.sources.getByRole('button', { name: 'Fechar one.log' })).toBeFocused()
  await rastro.page.keyboard.press('Enter')
  await expect(rastro.source('one.log')).toHaveCount(0)
  await expect(rastro.source('two.log')).toBeVisible()
})
