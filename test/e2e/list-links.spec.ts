import { appendFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './rastro-test.ts'

const LINES = [
  '2026-11-23 10:00:00 INFO fetched https://a.example/one in 3 ms',
  '2026-11-23 10:00:01 INFO two: https://a.example/one and <https://b.example/two?x=1>',
  '2026-11-23 10:00:02 INFO nothing to open here',
  '<a href="javascript:alert(1)">javascript:alert(1)</a> data:text/html,<b>x</b>',
  'https://a.example/\u202egpj.exe https://user:pw@c.example/',
  '\u001b[31mred\u001b[0m https://d.example/in-colour',
]

/** The middle of the `nth` place of some text in an element. */
function middleOf(element: Locator, text: string): Promise<{ x: number; y: number }> {
  return element.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }
    throw new Error(`There is no “${wanted}” here.`)
  }, text)
}

const marked = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('log-link') ?? [])].map((range) => (range as Range).toString()),
  )

const question = (page: Page) =>
  page.getByRole('dialog', { name: /Abrir este endereço\?|Open this address\?/ })

test('opens a link of the list with Control and a click, after the question', async ({
  context,
  open,
  rastro,
}) => {
  await context.route('https://a.example/**', (route) => route.fulfill({ body: 'reached' }))
  await open(`${LINES.join('\n')}\n`)
  const { page } = rastro
  const { x, y } = await middleOf(rastro.numbered(1), 'https://a.example/one')

  // By itself the pointer is told how; with the key the address is marked as what it is.
  await page.mouse.move(x - 3, y)
  await page.mouse.move(x, y)
  await expect(page.getByTitle('Ctrl+clique abre o endereço')).toHaveCount(1)
  expect(await marked(page)).toEqual([])
  await page.keyboard.down('Control')
  await expect.poll(() => marked(page)).toEqual(['https://a.example/one'])
  const cursor = () =>
    page.evaluate(
      (at) => getComputedStyle(document.elementFromPoint(at.x, at.y) ?? document.body).cursor,
      { x, y },
    )
  expect(await cursor()).toBe('pointer')
  await page.keyboard.up('Control')
  await expect.poll(() => marked(page)).toEqual([])
  expect(await cursor()).not.toBe('pointer')

  // What was selected stays selected.
  await rastro.numbered(3).click()
  await rastro.numbered(4).click({ modifiers: ['Shift'] })
  await page.keyboard.down('Control')
  await page.mouse.click(x, y)
  await page.keyboard.up('Control')
  await expect(question(page)).toContainText('https://a.example/one')
  await expectAccessible(page, 'question before a link of the list')
  await page.keyboard.press('Escape')
  await expect(question(page)).toHaveCount(0)
  expect(context.pages()).toHaveLength(1)
  await expect(rastro.numbered(1)).toHaveAttribute('aria-selected', 'false')
  await expect(rastro.numbered(3)).toHaveAttribute('aria-selected', 'true')
  await expect(rastro.numbered(4)).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.down('Control')
  await page.mouse.click(x, y)
  await page.keyboard.up('Control')
  const opened = context.waitForEvent('page')
  await question(page).getByRole('button', { name: 'Abrir', exact: true }).click()
  const other = await opened
  await expect(other).toHaveURL('https://a.example/one')
  expect(await other.evaluate(() => window.opener)).toBeNull()
})

test('selects, marks and copies links as any text, and makes no anchors of them', async ({
  open,
  rastro,
}) => {
  await open(`${LINES.join('\n')}\n`)
  const { page } = rastro
  const { x, y } = await middleOf(rastro.numbered(1), 'https://a.example/one')
  await page.mouse.click(x, y)
  await expect(question(page)).toHaveCount(0)
  await expect(rastro.numbered(1)).toHaveAttribute('aria-selected', 'true')
  const selected = () => page.evaluate(() => String(document.getSelection()))
  await page.mouse.dblclick(x, y)
  expect(await selected()).not.toBe('')
  await page.mouse.move(x - 40, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y, { steps: 4 })
  await page.mouse.up()
  const text = await selected()
  expect('https://a.example/one').toContain(text)
  expect(text.length).toBeGreaterThan(3)
  // With the key held, the selection of the browser stays as well.
  await page.keyboard.down('Control')
  await page.mouse.click(x, y)
  await page.keyboard.up('Control')
  await expect(question(page)).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await selected()).toBe(text)
  await expect(rastro.grid.locator('a')).toHaveCount(0)
})

test('opens nothing that is no address of the web, or hides something', async ({
  context,
  open,
  rastro,
}) => {
  await open(`${LINES.join('\n')}\n`)
  const { page } = rastro
  const places = [
    [4, 'javascript:alert'],
    [4, 'data:text'],
    [5, 'https://a.example/'],
    [5, 'https://user'],
    [5, 'c.example'],
  ] as const
  for (const [line, text] of places) {
    const { x, y } = await middleOf(rastro.numbered(line), text)
    await page.keyboard.down('Control')
    await page.mouse.move(x, y)
    await page.mouse.click(x, y)
    await page.keyboard.up('Control')
    expect(await marked(page)).toEqual([])
    await expect(rastro.numbered(line)).toHaveAttribute('aria-selected', 'true')
  }
  await expect(question(page)).toHaveCount(0)
  expect(context.pages()).toHaveLength(1)

  // Behind them, one that is.
  const { x, y } = await middleOf(rastro.numbered(6), 'https://d.example')
  await page.keyboard.down('Control')
  await page.mouse.click(x, y)
  await page.keyboard.up('Control')
  await expect(question(page)).toContainText('https://d.example/in-colour')
})

test('forgets a link that lines push from below the pointer', async ({ open, rastro }) => {
  const { file } = await open(`${'\n'.repeat(200)}${LINES.join('\n')}\n`)
  const { page } = rastro
  const { x, y } = await middleOf(rastro.line('fetched'), 'https://a.example/one')
  await page.keyboard.down('Control')
  await page.mouse.move(x, y)
  await expect.poll(() => marked(page)).toEqual(['https://a.example/one'])
  await appendFile(file, 'next\nnext\nnext\n')
  await expect.poll(() => marked(page)).toEqual([])
  await page.keyboard.up('Control')
})

test('opens a link of the results where it stands, and goes nowhere', async ({ open, rastro }) => {
  await open(`${LINES[0]}\n${'line\n'.repeat(300)}last\n`)
  const { page } = rastro
  await page.keyboard.press('Control+f')
  await page.keyboard.type('fetched')
  const results = page.getByRole('grid', { name: /fetched/ })
  const row = results.getByRole('row').filter({ hasText: 'fetched' })
  await expect(row).toBeVisible()
  const { x, y } = await middleOf(row, 'a.example')
  await page.keyboard.down('Control')
  await page.mouse.click(x, y)
  await page.keyboard.up('Control')
  await expect(question(page)).toContainText('https://a.example/one')
  await page.keyboard.press('Escape')
  await expect(rastro.line('last')).toBeInViewport()
  await page.mouse.click(x, y)
  await expect(rastro.numbered(1)).toBeInViewport()
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('opens the link of the line from the keyboard, and asks which one', async ({
    show,
    rastro,
  }) => {
    await show(`${LINES.join('\n')}\n`)
    const { page } = rastro
    await rastro.readButton.click()
    await rastro.numbered(1).click()
    await page.keyboard.press('o')
    await expect(question(page)).toContainText('https://a.example/one')
    await page.keyboard.press('Escape')

    await rastro.numbered(2).click()
    await page.keyboard.press('Control+k')
    await page
      .getByRole('combobox')
      .or(page.getByRole('searchbox'))
      .first()
      .fill('link of the line')
    await page.keyboard.press('Enter')
    const choice = page.getByRole('dialog', { name: 'Addresses of the line' })
    await expect(choice.getByRole('option')).toHaveText([
      'https://a.example/one',
      'https://b.example/two?x=1',
    ])
    await expectAccessible(page, 'choice of links')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(choice).toHaveCount(0)
    await expect(question(page)).toContainText('https://b.example/two?x=1')
    await page.keyboard.press('Escape')

    for (const line of [3, 4, 5]) {
      await rastro.numbered(line).click()
      await page.keyboard.press('o')
      await expect(choice).toContainText('no address of the web')
      await page.keyboard.press('Escape')
      await expect(choice).toHaveCount(0)
    }
  })
})
