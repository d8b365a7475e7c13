import { appendFile } from 'node:fs/promises'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

/** As wide as some views. */
const LONG = 'a text that is much wider than the view of any log '.repeat(12)

/** Texts whose characters are not one column each, or not drawn at all. */
const UNUSUAL = [
  'Ação concluída com êxito – 日本語のテキスト 😀 '.repeat(20),
  '\ttab\tafter\ttab'.repeat(40),
  `e${'\u0301'.repeat(30)} ${'combining '.repeat(40)}`,
  '\u202eright to left\u202c \u05d0\u05d1\u05d2 '.repeat(30),
  `\u001b[31mred\u001b[0m and \u001b[1mbold\u001b[0m `.repeat(60),
  '                    spaces that end a line of the screen        '.repeat(20),
  'noblanksatall'.repeat(100),
  'x'.repeat(40_000),
]

function lines(from: number, to: number): string {
  const texts = Array.from({ length: to - from }, (_, at) => {
    const number = from + at
    const unusual = UNUSUAL[Math.floor(number / 10) % UNUSUAL.length]
    return number % 10 === 5 ? unusual : `${number} ${number % 3 === 0 ? LONG : 'short'}`
  })
  return `${texts.join('\n')}\n`
}

/** Numbers of the lines whose row is not just as tall as their text. */
function misfits({ rows }: RastroPage): Promise<readonly (string | null)[]> {
  return rows.evaluateAll((all) =>
    all
      .filter((row) => !(row as HTMLElement).hidden)
      .filter((row) => {
        const range = document.createRange()
        range.selectNodeContents(row.querySelector('[aria-colindex="2"]') ?? row)
        const rest = row.clientHeight - range.getBoundingClientRect().height
        // The letters themselves are a little lower than their line.
        return rest < -1 || rest > 12
      })
      .map((row) => row.getAttribute('aria-rowindex')),
  )
}

/** Where rows stand on the screen. */
function places({ rows }: RastroPage): Promise<readonly (readonly [string | null, number])[]> {
  return rows.evaluateAll((all) =>
    all.map((row) => [row.getAttribute('aria-rowindex'), row.getBoundingClientRect().top] as const),
  )
}

test('breaks long lines by choice, so that all of each is seen', async ({ open, rastro }) => {
  const { page, grid } = rastro
  const { file } = await open(lines(0, 3000))
  await rastro.button('Aparência e idioma').click()
  await page.getByRole('radio', { name: 'Quebrar' }).click()
  await page.keyboard.press('Escape')

  const shown = rastro.numbered(2998)
  await expect.poll(() => shown.boundingBox().then((box) => (box?.height ?? 0) > 40)).toBe(true)
  await expect(shown).toBeInViewport({ ratio: 1 })
  await expect.poll(() => misfits(rastro)).toEqual([])
  await expect.poll(() => grid.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)

  await appendFile(file, lines(3000, 3002))
  await expect(rastro.numbered(3002)).toBeInViewport({ ratio: 1 })
  await grid.press('Home')
  await expect(rastro.numbered(1)).toBeInViewport({ ratio: 1 })
  for (let pages = 1; pages <= 12; pages += 1) {
    const before = await places(rastro)
    await grid.press('PageDown')
    await expect.poll(() => places(rastro)).not.toEqual(before)
    await expect.poll(() => misfits(rastro)).toEqual([])
  }
  await page.setViewportSize({ width: 640, height: 700 })
  await expect.poll(() => misfits(rastro)).toEqual([])
  await grid.press('End')
  await expect(rastro.numbered(3002)).toBeInViewport({ ratio: 1 })

  await page.reload()
  await rastro.button('Ler Logs').click()
  await expect(rastro.numbered(3002)).toBeInViewport({ ratio: 1 })
  await expect.poll(() => misfits(rastro)).toEqual([])
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('stays on the line when lines are broken and made whole again', async ({ open, rastro }) => {
    const { page, grid } = rastro
    await open(lines(0, 3000))
    await rastro.goTo('1501')
    await page.keyboard.press('Enter')
    await expect(rastro.numbered(1501)).toBeInViewport()
    await expect(grid).toBeFocused()

    await grid.press('w')
    await expect.poll(() => misfits(rastro)).toEqual([])
    await expect(rastro.numbered(1501)).toBeInViewport({ ratio: 1 })
    await expect(rastro.numbered(1501)).toHaveAttribute('aria-selected', 'true')
    await grid.press('ArrowDown')
    await expect(rastro.numbered(1502)).toHaveAttribute('aria-selected', 'true')
    await expect(rastro.numbered(1502)).toBeInViewport({ ratio: 1 })
    // A click anywhere on a tall row is a click on its line.
    const tall = rastro.numbered(1504)
    const box = await tall.boundingBox()
    await tall.click({ position: { x: 300, y: (box?.height ?? 0) - 8 } })
    await expect(tall).toHaveAttribute('aria-selected', 'true')

    await grid.press('w')
    await expect.poll(async () => (await tall.boundingBox())?.height).toBe(20)
    await expect(tall).toBeInViewport()
  })
})
