import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './rastro-test.ts'
import { SearchPage } from './search-page.ts'

/** Lines of which each has the letters of "payment failed". */
async function payments(folder: string, lines: number): Promise<string> {
  const file = join(folder, 'payments.log')
  const line = (at: number) => `payment failed for user ${at}\n`
  await writeFile(file, Array.from({ length: lines }, (_, at) => line(at)).join(''))
  return file
}

test('keeps results on the screen from key to key', async ({ folder, serve, rastro }) => {
  const { page } = rastro
  const search = new SearchPage(page)
  await rastro.read((await serve([await payments(folder, 5000)])).url)
  await expect(rastro.line('user 4999')).toBeVisible()
  await search.type('p')
  await expect(search.rows.filter({ hasText: 'user 0' }).first()).toBeVisible()
  // What every frame shows while one types: the fewest rows, and whether all of them have a text.
  await search.results.evaluate((results) => {
    const seen = { least: Number.POSITIVE_INFINITY, hasBlank: false, frames: 0, isOver: false }
    Object.assign(window, { seen })
    const look = () => {
      const rows = [...results.querySelectorAll<HTMLElement>('[role="row"]')]
      const texts = rows.filter(({ hidden }) => !hidden).map(({ textContent }) => textContent)
      seen.frames += 1
      seen.least = Math.min(seen.least, texts.length)
      seen.hasBlank ||= texts.some((text) => !text?.includes('payment'))
      if (!seen.isOver) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.keyboard.type('ayment failed', { delay: 60 })
  await page.keyboard.press('Backspace')
  await expect(search.hits(search.rows).first()).toHaveText('payment faile')
  const seen = await page.evaluate(() => {
    const known = Reflect.get(window, 'seen')
    known.isOver = true
    return known
  })
  expect(seen.frames).toBeGreaterThan(10)
  expect(seen.least).toBeGreaterThan(2)
  expect(seen.hasBlank).toBe(false)
  // When it is known that there is none, they go.
  await page.keyboard.type('xyz')
  await expect(search.results).toContainText('Nenhuma linha tem “payment failexyz”')
  await expect(search.rows).toHaveCount(0)
  // Nor does that blink.
  await search.results.evaluate((results) => {
    const said = new Set<string>()
    Object.assign(window, { said })
    const look = () => {
      said.add(results.querySelector('.results-empty')?.textContent ?? '')
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.keyboard.type('z')
  await expect(search.results).toContainText('Nenhuma linha tem “payment failexyzz”')
  const said = await page.evaluate(() => [...Reflect.get(window, 'said')])
  expect(said.filter((words) => !words.startsWith('Nenhuma linha tem'))).toEqual([])
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('keeps the place of the results when the server was away', async ({
    folder,
    serve,
    rastro,
  }) => {
    const { page } = rastro
    const search = new SearchPage(page)
    const file = await payments(folder, 5000)
    const server = await serve([file])
    await page.goto(server.url)
    await rastro.button('Read Logs').click()
    await expect(rastro.line('user 4999')).toBeVisible()
    await search.type('failed')
    await search.rows.filter({ hasText: /user 2$/ }).click()
    await page.keyboard.press('PageDown')
    for (let page_ = 0; page_ < 20; page_ += 1) await page.keyboard.press('PageDown')
    const before = await search.texts()
    expect(before[0]).not.toContain('user 0')
    await expect.poll(() => search.texts()).toHaveLength(before.length)
    const place = await search.texts()
    await server.kill()
    await expect(rastro.status).toContainText('Server out of reach')
    expect(await search.texts()).toEqual(place)
    await serve([file], '--port', String(server.port))
    await expect(rastro.status).toContainText('Live', { timeout: 40_000 })
    await expect(search.results).toContainText('5,000 lines')
    await expect.poll(() => search.texts()).toEqual(place)
    // They are those of the new server: more can be read.
    await search.results.getByRole('grid').press('End')
    await expect(search.rows.filter({ hasText: 'user 4999' })).toBeVisible()
  })
})
