import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './rastro-test.ts'

const HOSTILE = [
  '<script>window.hacked = 1; alert(1)</script>',
  '<img src="x" onerror="window.hacked = 1; alert(1)">',
  '<a href="javascript:alert(1)">click</a> <style>body { display: none }</style>',
  '"><svg onload=alert(1)> {{7*7}} $t(app.name)',
]

test('shows markup of a log as the text that it is', async ({ open, rastro }) => {
  await open(`${HOSTILE.join('\n')}\n`)
  expect((await rastro.filled()).map(({ text }) => text)).toEqual(HOSTILE)
  expect(await rastro.page.evaluate(() => 'hacked' in window)).toBe(false)
  await expect(rastro.grid.locator('script, img, a, style, svg')).toHaveCount(0)
})

test('colours what ANSI colours and drops the commands of terminals', async ({ open, rastro }) => {
  const title = '\u001b]0;owned\u0007'
  const link = '\u001b]8;;http://evil.example\u001b\\linked\u001b]8;;\u001b\\'
  await open(`${title}a \u001b[31mred\u001b[0m \u001b[2J\u001b[Hb ${link}\n`)
  await expect(rastro.numbered(1)).toContainText('a red b linked')
  await expect(rastro.numbered(1)).not.toContainText('owned')
  await expect(rastro.page).toHaveTitle('app.log - Rastro')
  const red = await rastro
    .numbered(1)
    .getByText('red', { exact: true })
    .evaluate((element) => getComputedStyle(element).color)
  expect(red).toBe('rgb(180, 35, 24)')
  await expect(rastro.grid.locator('a')).toHaveCount(0)
})

test('makes letters that turn the direction of text visible', async ({ open, rastro }) => {
  await open('access granted\u202e drawkcab\nnext line\n')
  await expect(rastro.numbered(2)).toContainText('next line')
  expect((await rastro.filled())[0]?.text).not.toContain('\u202e')
})

test('takes the name of a file for a name', async ({ folder, serve, rastro }) => {
  const name = '<img src=x onerror=alert(1)>.log'
  const file = join(folder, name)
  await writeFile(file, 'one\n')
  await rastro.read((await serve([file])).url)
  await expect(rastro.numbered(1)).toBeVisible()
  await expect(rastro.source(name)).toBeVisible()
  await expect(rastro.page.locator('img')).toHaveCount(0)
})
