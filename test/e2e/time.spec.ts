import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

const START = Date.UTC(2024, 0, 2, 10)
const PORTUGUESE = 'Linhas ao longo do tempo'
const ENGLISH = 'Lines over time'

/** A line a second from 10:00:00 UTC on, with its zone; every tenth an error. */
function secondsFrom(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => {
    const at = from + index
    const time = new Date(START + at * 1000).toISOString()
    return `${time} ${at % 10 === 0 ? 'ERROR' : 'INFO'} second ${at}\n`
  }).join('')
}

/** Clock times of the server's zone, which the lines do not name. */
function localTime(at: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = new Date(START + at * 1000)
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`
}

function slider(page: Page, name: string): Locator {
  return page.getByRole('slider', { name })
}

/** The middle of the bars at a share of their width. */
async function pointAt(page: Page, name: string, share: number) {
  const box = await page.getByRole('region', { name }).boundingBox()
  if (box === null) throw new Error('The histogram is not on the page.')
  return { x: box.x + box.width * share, y: box.y + 30 }
}

/** The first and the last line on the screen. */
async function edges(rastro: RastroPage): Promise<readonly [number, number]> {
  const numbers = (await rastro.shown()).map(({ number }) => number)
  return [numbers[0] ?? 0, numbers.at(-1) ?? 0]
}

async function goTo(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+g')
  await page.getByRole('textbox', { name: /Linha ou horário|Line or time/ }).fill(text)
}

async function serveSeconds(
  folder: string,
  serve: (files: readonly string[]) => Promise<{ readonly url: string }>,
  lines: number,
) {
  const file = join(folder, 'app.log')
  await writeFile(file, secondsFrom(0, lines))
  return { file, url: (await serve([file])).url }
}

test('speaks each part of the histogram and goes there by key', async ({
  folder,
  serve,
  rastro,
}) => {
  const { url } = await serveSeconds(folder, serve, 7200)
  const { page } = rastro
  await rastro.read(url)
  const bars = slider(page, PORTUGUESE)
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

test('goes where the histogram is clicked', async ({ folder, serve, rastro }) => {
  const { url } = await serveSeconds(folder, serve, 7200)
  const { page } = rastro
  await rastro.read(url)
  await expect(slider(page, PORTUGUESE)).toBeEnabled()
  const { x, y } = await pointAt(page, PORTUGUESE, 0.5)
  await page.mouse.click(x, y)
  await expect(rastro.line('second 3600')).toBeInViewport()
  await expect(rastro.status.getByRole('button', { name: 'Acompanhar' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
})

test('shows only the lines of a stretch that is drawn, and all again', async ({
  folder,
  serve,
  rastro,
}) => {
  const { url } = await serveSeconds(folder, serve, 7200)
  const { page } = rastro
  await rastro.read(url)
  await expect(slider(page, PORTUGUESE)).toBeEnabled()
  const from = await pointAt(page, PORTUGUESE, 0.252)
  const to = await pointAt(page, PORTUGUESE, 0.498)
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

test('restricts and resets by keys', async ({ folder, serve, rastro }) => {
  const { url } = await serveSeconds(folder, serve, 7200)
  await rastro.read(url)
  const bars = slider(rastro.page, PORTUGUESE)
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

test('zooms with the wheel and back with a double click', async ({ folder, serve, rastro }) => {
  const { url } = await serveSeconds(folder, serve, 7200)
  const { page } = rastro
  await rastro.read(url)
  const bars = slider(page, PORTUGUESE)
  await expect(bars).toBeEnabled()
  const parts = async () => (await bars.getAttribute('aria-valuetext')) ?? ''
  await expect.poll(parts).toMatch(/linhas/)
  const { x, y } = await pointAt(page, PORTUGUESE, 0.5)
  await page.mouse.move(x, y)
  for (let notch = 0; notch < 14; notch++) await page.mouse.wheel(0, -120)
  await expect(page.getByRole('button', { name: 'Log inteiro' })).toBeVisible()
  // Two hours in minutes became some minutes in seconds.
  await expect.poll(parts).toMatch(/: [1-5] linhas?(, 1 erro)?$/)
  await page.mouse.dblclick(x, y)
  await expect(page.getByRole('button', { name: 'Log inteiro' })).toHaveCount(0)
  await expect.poll(parts).toMatch(/: 60 linhas/)
})

test('counts what is written while it is looked at', async ({ folder, serve, rastro }) => {
  const { file, url } = await serveSeconds(folder, serve, 110)
  const { page } = rastro
  await rastro.read(url)
  const bars = slider(page, PORTUGUESE)
  await expect(bars).toBeEnabled()
  await bars.focus()
  const total = () => bars.evaluate((input) => Number((input as HTMLInputElement).max) + 1)
  const before = await total()
  await appendFile(file, secondsFrom(110, 150))
  await expect.poll(total).toBe(before + 40)
  await bars.press('End')
  await expect(bars).toHaveAttribute('aria-valuetext', /: 1 linha$/)
})

test('counts the lines that a filter shows', async ({ folder, serve, rastro }) => {
  const { url } = await serveSeconds(folder, serve, 7200)
  const { page } = rastro
  await rastro.read(url)
  const bars = slider(page, PORTUGUESE)
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
  const { x, y } = await pointAt(page, 'Linhas ao longo do log', 0.5)
  await page.mouse.click(x, y)
  await expect.poll(async () => (await edges(rastro))[0]).toBeLessThan(5001)
  await expect.poll(async () => (await edges(rastro))[1]).toBeGreaterThan(4999)
  await goTo(page, '14:02')
  await expect(page.getByRole('dialog')).toContainText('não têm horários que o Rastro entenda')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('não têm horários que o Rastro entenda')
})

test('is hidden and shown by key and button, and stays as it was', async ({
  folder,
  serve,
  rastro,
}) => {
  const { url } = await serveSeconds(folder, serve, 100)
  const { page } = rastro
  await rastro.read(url)
  const region = page.getByRole('region', { name: PORTUGUESE })
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

test('goes to a time, a distance and a date, and says what it understood', async ({
  open,
  rastro,
}) => {
  const lines = Array.from({ length: 7200 }, (_, at) => `${localTime(at)} INFO second ${at}\n`)
  const { page } = rastro
  await open({ 'local.log': lines.join('') })
  const dialog = page.getByRole('dialog', { name: 'Ir para linha ou horário' })
  const active = async (second: number) => {
    await expect(dialog).toHaveCount(0)
    await expect(rastro.numbered(second + 1)).toHaveAttribute('aria-selected', 'true')
    await expect(rastro.numbered(second + 1)).toContainText(`second ${second}`)
  }
  const { zone } = await page.evaluate(async () =>
    (await fetch('api/logs'))
      .json()
      .then(async ({ logs: [log] }) => (await fetch(`api/logs/${log.id}/line-at?time=0`)).json()),
  )

  await goTo(page, localTime(1803).slice(11))
  await expect(dialog).toContainText(`Vai para`)
  await expect(dialog).toContainText(`${localTime(1803).slice(11)} (${zone})`)
  await page.keyboard.press('Enter')
  await active(1803)
  await goTo(page, '-5m')
  await expect(dialog).toContainText(localTime(1503).slice(11))
  await page.keyboard.press('Enter')
  await active(1503)
  await goTo(page, '+30s')
  await page.keyboard.press('Enter')
  await active(1533)
  const [year, month, day] = localTime(60).slice(0, 10).split('-')
  await goTo(page, `${day}/${month}/${year} ${localTime(60).slice(11)}`)
  await page.keyboard.press('Enter')
  await active(60)
  await goTo(page, String((START + 90_000) / 1000))
  await page.keyboard.press('Enter')
  await active(90)
  await goTo(page, '1.234')
  await expect(dialog).toContainText('Vai para a linha 1.234.')
  await page.keyboard.press('Enter')
  await active(1233)
  await goTo(page, '2030-01-01')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('O log termina em')
  await page.keyboard.press('Escape')
  await goTo(page, 'amanhã de manhã')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Isto não é uma linha')
})

test('tells elapsed time from the line before and from a chosen one', async ({ open, rastro }) => {
  const at = (ms: number, text: string) => `${new Date(START + ms).toISOString()} INFO ${text}\n`
  await open({
    'gaps.log': [
      at(0, 'first'),
      at(250, 'second'),
      '\tat App.main\n',
      at(62_750, 'third'),
      at(62_750, 'fourth'),
    ].join(''),
  })
  await rastro.grid.press('e')
  const elapsed = (text: string) => rastro.line(text).getByRole('gridcell').nth(1)
  await expect(elapsed('second')).toHaveText('+0,250')
  await expect(elapsed('App.main')).toHaveText('')
  await expect(elapsed('fourth')).toHaveText('+0,000')
  await rastro.line('second').click()
  await rastro.grid.press('Shift+E')
  await expect(elapsed('first')).toHaveText('−0,250')
  await expect(elapsed('third')).toHaveText('+1:02,500')
  await rastro.grid.press('e')
  await expect(elapsed('third')).toHaveText('')
  await rastro.grid.press('e')
  await expect(rastro.page.getByRole('columnheader', { name: 'Decorrido' })).toHaveCount(0)
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('speaks the histogram, goes to times and restricts', async ({ folder, serve, rastro }) => {
    const { url } = await serveSeconds(folder, serve, 7200)
    const { page } = rastro
    await page.goto(url)
    await rastro.button('Read Logs').click()
    const bars = slider(page, ENGLISH)
    await expect(bars).toBeEnabled()
    await bars.focus()
    await bars.press('Home')
    await expect(bars).toHaveAttribute('aria-valuetext', / to \d\d:\d\d.*: 60 lines, 6 errors$/)
    await goTo(page, '10:02Z')
    await expect(page.getByRole('dialog', { name: 'Go to line or time' })).toContainText('Goes to')
    await page.keyboard.press('Enter')
    await expect(rastro.numbered(121)).toHaveAttribute('aria-selected', 'true')
    await goTo(page, 'tomorrow')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('neither a line, like 12,345')
    await page.keyboard.press('Escape')
    await bars.focus()
    await bars.press('End')
    await bars.press('Shift+ArrowLeft')
    await bars.press('Enter')
    await rastro.grid.press('Home')
    await expect(rastro.line('second 7080')).toBeInViewport()
    await page.getByRole('button', { name: 'Whole log' }).click()
    await rastro.grid.press('Home')
    await expect(rastro.line('second 0')).toBeInViewport()
  })
})
