import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { browserTestArgs } from '../../scripts/browser-test-args.ts'
import { findChromium } from '../../scripts/find-chromium.ts'
import { COUNTED_LINES, countedText, makeCountedLog } from './make-counted-log.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

/** Past what 32 bits count, and no further: every byte of it is read. */
const HOLE_BYTES = 4.1 * 1024 ** 3

/**
 * What the heap of the page may hold after all of it, in bytes. 8.5 MB were measured, of which
 * most is React; one byte per line of the log would be 100 MB.
 */
const MAX_HEAP_BYTES = 40 * 1024 * 1024

/** DOM nodes of the page: rows of one screen and the widgets. 1 600 were measured. */
const MAX_NODES = 4000

// A scroll bar with a thumb to drag, which Playwright hides otherwise.
const executablePath = (await findChromium())?.path
test.use({
  launchOptions: {
    ...(executablePath !== undefined && { executablePath }),
    args: browserTestArgs(),
    ignoreDefaultArgs: ['--hide-scrollbars'],
  },
})

/** Every row on the screen, once all of them have their text: consecutive numbers. */
async function screen(rastro: RastroPage) {
  const rows = await rastro.filled()
  const first = rows[0]?.number ?? 0
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => first + index))
  expect(rows.length).toBeGreaterThan(20)
  return rows
}

/** The lines on the screen say their own numbers, and `line` is among them. */
async function expectCounted(rastro: RastroPage, line: number): Promise<void> {
  await expect(rastro.numbered(line)).toBeInViewport()
  const rows = await screen(rastro)
  expect(rows.map(({ text }) => text)).toEqual(rows.map(({ number }) => countedText(number)))
  expect(rows.map(({ number }) => number)).toContain(line)
}

async function goTo(rastro: RastroPage, place: string): Promise<void> {
  await rastro.goTo(place)
  await rastro.page.keyboard.press('Enter')
}

/** Drags the thumb of the list's scroll bar from its lower end by a share of the list's height. */
async function dragThumbUp(rastro: RastroPage, share: number): Promise<void> {
  const box = await rastro.grid.boundingBox()
  if (box === null) throw new Error('The list is not on the page.')
  const { mouse } = rastro.page
  const x = box.x + box.width - 6
  // Above the arrow that stands below the thumb.
  const y = box.y + box.height - 24
  await mouse.move(x, y)
  await mouse.down()
  await mouse.move(x, y - box.height * share, { steps: 8 })
  await mouse.up()
}

/** Notes which lines are marked as gone to from now on: the mark may be gone before a test looks. */
async function noteMarks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const marked = new Set<number>()
    new MutationObserver(() => {
      for (const row of document.querySelectorAll('main .is-found')) {
        marked.add(Number(row.getAttribute('aria-rowindex')))
      }
    }).observe(document.body, { subtree: true, attributeFilter: ['class'] })
    Object.assign(window, { marked })
  })
  return () => page.evaluate(() => [...(window as unknown as { marked: Set<number> }).marked])
}

async function pageMemory(page: Page): Promise<{ heap: number; nodes: number }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('Performance.enable')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Infinity
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes') }
}

test('shows any line of 100 million: the end, the middle, a number', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'counted.log')
  await makeCountedLog(file)
  const { page } = rastro
  await rastro.read((await serve([file])).url)

  // The last line is there before its number is known.
  await expect(rastro.line(String(COUNTED_LINES))).toBeInViewport()
  // A line that the index has not found yet is gone to when it has.
  await goTo(rastro, '50.000.000')
  await expect(rastro.numbered(50_000_000)).toBeInViewport({ timeout: 60_000 })
  await expectCounted(rastro, 50_000_000)
  await expect(rastro.status).toContainText('100.000.000 linhas', { timeout: 60_000 })
  await rastro.grid.press('End')
  await expectCounted(rastro, COUNTED_LINES)

  await dragThumbUp(rastro, 0.5)
  const middle = async () => (await rastro.shown())[0]?.number ?? 0
  await expect.poll(async () => Math.abs((await middle()) / COUNTED_LINES - 0.5)).toBeLessThan(0.1)
  await expectCounted(rastro, await middle())

  const marked = await noteMarks(page)
  await goTo(rastro, '12.345.678')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectCounted(rastro, 12_345_678)
  await expect.poll(marked).toEqual([12_345_678])
  await expect(rastro.grid).toBeFocused()
  await expect(rastro.numbered(12_345_678)).toHaveAttribute('aria-selected', 'true')
  const numbers = (await rastro.shown()).map(({ number }) => number)
  const centre = ((numbers[0] ?? 0) + (numbers.at(-1) ?? 0)) / 2
  expect(Math.abs(centre - 12_345_678)).toBeLessThanOrEqual(2)
  await expect(rastro.numbered(12_345_678)).not.toHaveClass(/is-found/)

  await goTo(rastro, '100,000,001')
  await expect(page.getByRole('dialog')).toContainText(
    'Não há linha 100.000.001. As linhas vão de 1 a 100.000.000.',
  )
  await page.getByRole('textbox', { name: 'Linha ou horário' }).fill('99999999')
  await page.keyboard.press('Enter')
  await expectCounted(rastro, 99_999_999)

  await rastro.grid.press('Home')
  await expectCounted(rastro, 1)
  await rastro.grid.press('End')
  await expectCounted(rastro, COUNTED_LINES)

  const { heap, nodes } = await pageMemory(page)
  expect(heap).toBeLessThan(MAX_HEAP_BYTES)
  expect(nodes).toBeLessThan(MAX_NODES)
  await rm(file)
})

test('shows the lines on both sides of a hole of more than 4 GiB', async ({
  folder,
  serve,
  rastro,
}) => {
  const file = join(folder, 'sparse.log')
  const handle = await open(file, 'w')
  await handle.write('before the hole\nthe hole: ')
  const after = Array.from({ length: 1000 }, (_, index) => `after ${index + 3}\n`).join('')
  await handle.write(`\n${after}`, Math.floor(HOLE_BYTES))
  await handle.close()
  await rastro.read((await serve([file])).url)
  // 1 before, the one in which the hole is, 1 000 after.
  await expect(rastro.status).toContainText('1.002 linhas', { timeout: 60_000 })
  await expect(rastro.numbered(1002)).toContainText('after 1002')
  await goTo(rastro, '500')
  await expect(rastro.numbered(500)).toBeInViewport()
  for (const { number, text } of await screen(rastro)) expect(text).toBe(`after ${number}`)
  await goTo(rastro, '1')
  await expect(rastro.numbered(1)).toContainText('before the hole')
  await expect(rastro.numbered(3)).toContainText('after 3')
  await expect(rastro.numbered(2)).toContainText('the hole: ')
})

test('shows the whole of a long line, in pieces, as text', async ({ open, rastro }) => {
  const markup = '<img src=x onerror="window.hacked=1">'
  const long = `${markup} begin ${'0123456789'.repeat(60_000)} the end`
  const { page } = rastro
  await open({ 'long.log': `short\n${long}\nlast\n` })
  const cut = rastro.numbered(2).getByRole('button', { name: /mostrar a linha inteira/ })
  await rastro.numbered(1).click()
  await rastro.grid.press('ArrowDown')
  await rastro.grid.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Linha 2' })
  const text = dialog.getByRole('region', { name: 'Texto da linha' })
  await expect(dialog).toContainText(/de 586,0 kB/)
  await expect(dialog.locator('img')).toHaveCount(0)
  // Compared here, because a failed comparison would print both texts.
  await expect
    .poll(async () => {
      await text.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      return (await text.textContent()) === long
    })
    .toBe(true)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(rastro.grid).toBeFocused()

  await cut.click()
  await expect(dialog).toBeVisible()
})
