import { appendFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './rastro-test.ts'
import { timedLines } from './timed-lines.ts'

const NAME = 'Linhas ao longo do tempo'

function slider(page: Page, name = NAME) {
  return page.getByRole('slider', { name })
}

/** The middle of the bars at a share of their width. */
async function pointAt(page: Page, share: number, name = NAME) {
  const box = await slider(page, name).boundingBox()
  if (box === null) throw new Error('The histogram is not on the page.')
  return { x: box.x + box.width * share, y: box.y + 30 }
}

test('speaks each part of the histogram and goes there by key', async ({ open, rastro }) => {
  const { page } = rastro
  await open(timedLines(0, 7200))
  const bars = slider(page)
  await expect(bars).toBeEnabled()
  await rastro.grid.press('t')
  await expect(bars).toBeFocused()
  await bars.press('Home')
  await expect(bars).toHaveAttribute('aria-valuetext', / a \d\d:\d\d: 60 linhas, 6 erros$/)
  await bars.press('ArrowRight')
  await bars.press('ArrowRight')
  await expect(bars).toHaveAttribute('aria-valuetext', /: 60 linhas, 6 erros$/)
  await bars.press('Enter')
  await expect(rastro.numbered(121)).toHaveAttribute('aria-selected', 'true')
  await expect(rastro.numbered(121)).toContainText('second 120')
  await expect(rastro.grid).toBeFocused()
})

test('goes where the histogram is clicked', async ({ open, rastro }) => {
  const { page } = rastro
  await open(timedLines(0, 7200))
  await expect(slider(page)).toBeEnabled()
  const { x, y } = await pointAt(page, 0.5)
  await page.mouse.click(x, y)
  await expect(rastro.line('second 3600')).toBeInViewport()
  await expect(rastro.status.getByRole('button', { name: 'Acompanhar' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
})

test('shows only the lines of a stretch that is drawn, and all again', async ({ open, rastro }) => {
  const { page } = rastro
  await open(timedLines(0, 7200))
  await expect(slider(page)).toBeEnabled()
  const from = await pointAt(page, 0.252)
  const to = await pointAt(page, 0.498)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  // Whole minutes: from minute 30 to minute 59.
  await rastro.grid.press('Home')
  await expect(rastro.line('second 1800')).toBeInViewport()
  await expect(rastro.line('second 1799')).toHaveCount(0)
  await rastro.grid.press('End')
  await expect(rastro.line('second 3599')).toBeInViewport()
  await expect(rastro.line('second 3600')).toHaveCount(0)
  await page.getByRole('button', { name: 'Log inteiro' }).click()
  await rastro.grid.press('Home')
  await expect(rastro.line('second 0')).toBeInViewport()
})

test('restricts and resets by keys', async ({ open, rastro }) => {
  await open(timedLines(0, 7200))
  const bars = slider(rastro.page)
  await expect(bars).toBeEnabled()
  await bars.focus()
  await bars.press('Home')
  await bars.press('ArrowRight')
  await bars.press('Shift+ArrowRight')
  await expect(bars).toHaveAttribute('aria-valuetext', /^Selecionado: .+ a \d\d:\d\d:?\d*$/)
  await bars.press('Enter')
  await rastro.grid.press('Home')
  await expect(rastro.line('second 60')).toBeInViewport()
  await rastro.grid.press('End')
  await expect(rastro.line('second 179')).toBeInViewport()
  await bars.focus()
  await bars.press('Escape')
  await rastro.grid.press('End')
  await expect(rastro.line('second 7199')).toBeInViewport()
})

test('zooms with the wheel and back with a double click', async ({ open, rastro }) => {
  const { page } = rastro
  await open(timedLines(0, 7200))
  const bars = slider(page)
  await expect(bars).toBeEnabled()
  const parts = async () => (await bars.getAttribute('aria-valuetext')) ?? ''
  await expect.poll(parts).toMatch(/linhas/)
  const { x, y } = await pointAt(page, 0.5)
  await page.mouse.move(x, y)
  for (let notch = 0; notch < 14; notch++) await page.mouse.wheel(0, -120)
  await expect(page.getByRole('button', { name: 'Log inteiro' })).toBeVisible()
  // Two hours in minutes became some minutes in seconds.
  await expect.poll(parts).toMatch(/: [1-5] linhas?(, 1 erro)?$/)
  await page.mouse.dblclick(x, y)
  await expect(page.getByRole('button', { name: 'Log inteiro' })).toHaveCount(0)
  await expect.poll(parts).toMatch(/: 60 linhas/)
})

test('counts what is written while it is looked at', async ({ open, rastro }) => {
  const { page } = rastro
  const { file } = await open(timedLines(0, 110))
  const bars = slider(page)
  await expect(bars).toBeEnabled()
  await bars.focus()
  const total = () => bars.evaluate((input) => Number((input as HTMLInputElement).max) + 1)
  const before = await total()
  await appendFile(file, timedLines(110, 150))
  await expect.poll(total).toBe(before + 40)
  await bars.press('End')
  await expect(bars).toHaveAttribute('aria-valuetext', /: 1 linha$/)
})

test('counts the lines that a filter shows', async ({ open, rastro }) => {
  const { page } = rastro
  await open(timedLines(0, 7200))
  const bars = slider(page)
  await expect(bars).toBeEnabled()
  await page.getByRole('textbox', { name: 'Adicionar filtro' }).fill('ERROR')
  await page.keyboard.press('Enter')
  await bars.focus()
  await bars.press('Home')
  await expect(bars).toHaveAttribute('aria-valuetext', /: 6 linhas, 6 erros$/)
})

test('goes by position where lines have no times', async ({ open, rastro }) => {
  const lines = Array.from({ length: 10_000 }, (_, at) => `plain ${at + 1}\n`)
  const { page } = rastro
  await open({ 'plain.log': lines.join('') })
  const bars = slider(page, 'Linhas ao longo do log')
  await expect(bars).toBeEnabled()
  await bars.focus()
  await bars.press('Home')
  await expect(bars).toHaveAttribute('aria-valuetext', /^linha 1 a linha (\d+): \1 linhas$/)
  const { x, y } = await pointAt(page, 0.5, 'Linhas ao longo do log')
  await page.mouse.click(x, y)
  await expect(rastro.numbered(5000)).toBeInViewport()
  await rastro.goTo('14:02')
  await expect(page.getByRole('dialog')).toContainText('não têm horários que o Rastro entenda')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('não têm horários que o Rastro entenda')
})

test('is hidden and shown by key and button, and stays as it was', async ({ open, rastro }) => {
  const { page } = rastro
  await open(timedLines(0, 100))
  const region = page.getByRole('region', { name: NAME })
  await expect(region).toBeVisible()
  const edge = page.getByRole('separator', { name: 'Altura do histograma' })
  await edge.press('ArrowDown')
  await edge.press('ArrowDown')
  await expect(region).toHaveCSS('height', '88px')
  await page.getByRole('button', { name: 'Ocultar histograma' }).click()
  await expect(region).toHaveCount(0)
  await page.getByRole('button', { name: 'Mostrar histograma' }).click()
  await expect(region).toHaveCSS('height', '88px')
  await rastro.grid.press('Shift+T')
  await expect(region).toHaveCount(0)
  await page.reload()
  await rastro.button('Ler Logs').click()
  await expect(rastro.numbered(100)).toBeVisible()
  await expect(region).toHaveCount(0)
  await rastro.grid.press('Shift+T')
  await expect(region).toHaveCSS('height', '88px')
})

test('marks the times anew when it becomes wider, and shows the end beside its button', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await page.setViewportSize({ width: 1400, height: 800 })
  await open(timedLines(0, 7200))
  await expect(slider(page)).toBeEnabled()
  const canvas = page.getByRole('region', { name: NAME }).locator('canvas')
  const picture = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL())
  const before = await picture()
  await page.setViewportSize({ width: 700, height: 800 })
  await expect.poll(picture).not.toBe(before)
  await page.setViewportSize({ width: 1400, height: 800 })
  await expect.poll(picture).toBe(before)

  const bars = await canvas.boundingBox()
  const hide = await page.getByRole('button', { name: 'Ocultar histograma' }).boundingBox()
  if (bars === null || hide === null) throw new Error('The histogram is not on the page.')
  expect(hide.x).toBeGreaterThanOrEqual(bars.x + bars.width)
})

test('shares its colours with the switches of the levels', async ({ open, rastro }) => {
  const { page } = rastro
  const levels = ['FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'plain']
  // At one time: one bar has them all.
  await open(levels.map((level) => `2024-01-02T10:00:00Z ${level} x\n`).join(''))
  await expect(slider(page)).toBeEnabled()
  const coloursOf = (selector: string, part?: string) =>
    page
      .locator(selector)
      .evaluateAll(
        (all, pseudo) =>
          all.map((one) => [
            one.closest('[data-level]')?.getAttribute('data-level'),
            getComputedStyle(one, pseudo).backgroundColor,
          ]),
        part,
      )
  const { x, y } = await pointAt(page, 0.5)
  await page.mouse.move(x, y)
  const dots = await coloursOf('.level-dot')
  expect(dots).toHaveLength(levels.length)
  await expect
    .poll(() => coloursOf('.histogram-tip-levels > span', '::before'))
    .toEqual(expect.arrayContaining(dots))
})
