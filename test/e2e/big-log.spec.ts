import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startServer } from '../../src/server/start-server.ts'
import { expect, test } from './rastro-test.ts'

/** At 20 px a line, 400 million px: twelve times what an element of a browser can be tall. */
const LINES = 20_000_000

test('goes to the last, the first and the middle line of 20 million', async ({
  folder,
  serve,
  rastro,
}) => {
  test.slow()
  const file = join(folder, 'big.log')
  const handle = await open(file, 'w')
  const million = Buffer.from('x\n'.repeat(1_000_000))
  for (let written = 0; written < LINES - 1_000_000; written += 1_000_000) {
    await handle.write(million)
  }
  await handle.write(million.subarray(0, million.length - 2))
  await handle.write('the last\n')
  await handle.close()

  await rastro.read((await serve([file])).url)
  await expect(rastro.status).toContainText('20.000.000 linhas', { timeout: 60_000 })
  await expect(rastro.numbered(LINES)).toContainText('the last')
  await expect(rastro.numbered(LINES)).toBeInViewport()

  await rastro.button('Ir para o início').click()
  await expect(rastro.numbered(1)).toBeInViewport()

  // The thumb of the scroll bar, dragged to its middle.
  await rastro.grid.evaluate((grid) => {
    grid.scrollTop = (grid.scrollHeight - grid.clientHeight) / 2
  })
  const middle = async () => (await rastro.shown())[0]?.number ?? 0
  await expect.poll(async () => Math.abs((await middle()) / LINES - 0.5)).toBeLessThan(0.05)
  const numbers = (await rastro.shown()).map(({ number }) => number)
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
  await expect.poll(async () => (await rastro.shown()).at(0)?.text).toBe('x')

  await rastro.grid.press('End')
  await expect(rastro.numbered(LINES)).toContainText('the last')
})

test('shows the true end of a log that is still being indexed, never lines of its middle', async ({
  folder,
  rastro,
}) => {
  test.slow()
  const [small, big] = [join(folder, 'small.log'), join(folder, 'big.log')]
  await writeFile(small, 'small\n')
  const handle = await open(big, 'w')
  const middle = Buffer.from('middle\n'.repeat(1_000_000))
  for (let written = 0; written < 60; written += 1) await handle.write(middle)
  await handle.write('end\n'.repeat(300))
  await handle.close()

  const server = await startServer({ token: null, files: [small], dataFolder: folder })
  try {
    await rastro.read(server.url)
    await expect(rastro.line('small')).toBeVisible()
    await rastro.page.evaluate(() => {
      const seen = new Set<string>()
      const look = () => {
        for (const row of document.querySelectorAll('main [role="row"]:not([hidden])')) {
          seen.add(row.querySelector('[aria-colindex="2"]')?.textContent ?? '')
        }
        requestAnimationFrame(look)
      }
      look()
      Object.assign(window, { seen })
    })
    server.openFile(big)
    await rastro.source('big.log').click()
    await expect(rastro.status).toContainText('60.000.300 linhas', { timeout: 60_000 })
    await expect(rastro.numbered(60_000_300)).toContainText('end')
    const seen = await rastro.page.evaluate(() => [
      ...(window as unknown as { seen: Set<string> }).seen,
    ])
    expect(seen.filter((text) => text !== '').sort()).toEqual(['end', 'small'])
  } finally {
    await server.close()
  }
})
