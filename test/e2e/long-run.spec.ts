import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createRandom } from '../../src/server/generator/seeded-random.ts'
import { linesWindow, serverState } from '../../src/shared/protocol.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

/** How long it runs, in seconds: minutes with RASTRO_LONG_RUN_SECONDS, one of them in every run. */
const SECONDS = Number(process.env.RASTRO_LONG_RUN_SECONDS ?? 45)

/** A rotation each so many lines: eight rotated files are kept, and the run must stay within them. */
const LINES_PER_FILE = Math.max(2000, SECONDS * 40)
const LINES_PER_WRITE = 10
const WRITE_INTERVAL_MS = 50

/** The text of the line with this number, counted from 1. */
function textOf(number: number): string {
  const level = number % 10 === 0 ? 'ERROR' : 'INFO'
  return `${level} line ${number} of the long run`
}

/** Writes numbered lines and rotates now and then, until it is stopped. */
function startWriting(path: string) {
  let written = 0
  const write = (): void => {
    let text = ''
    for (let line = 1; line <= LINES_PER_WRITE; line++) text += `${textOf(written + line)}\n`
    appendFileSync(path, text)
    written += LINES_PER_WRITE
    if (written % LINES_PER_FILE === 0) {
      renameSync(path, `${path}.${written / LINES_PER_FILE}`)
      writeFileSync(path, '')
    }
  }
  const timer = setInterval(write, WRITE_INTERVAL_MS)
  return {
    get written() {
      return written
    },
    stop: () => clearInterval(timer),
  }
}

/** The numbers and texts of the rows on the screen, from top to bottom. */
function shownRows(rastro: RastroPage) {
  return rastro.rows.evaluateAll((rows) =>
    rows
      .filter((row) => !(row as HTMLElement).hidden && row.querySelector('.log-row-text') !== null)
      .map((row) => ({
        top: row.getBoundingClientRect().top,
        number: Number(/^\d+/.exec(row.firstElementChild?.textContent ?? '')?.[0] ?? Number.NaN),
        text: row.querySelector('.log-row-text')?.textContent ?? '',
      }))
      .filter(({ text }) => text !== '')
      .sort((one, other) => one.top - other.top),
  )
}

async function expectTrueRows(rastro: RastroPage): Promise<readonly number[]> {
  const rows = await shownRows(rastro)
  expect(rows.length).toBeGreaterThan(0)
  for (const { number, text } of rows) expect(text).toBe(textOf(number))
  const numbers = rows.map(({ number }) => number)
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
  expect(new Set(numbers).size).toBe(numbers.length)
  return numbers
}

test('shows what stands in the files while they grow and rotate, paused, filtered and moved in', async ({
  folder,
  serve,
  rastro,
}) => {
  test.setTimeout(SECONDS * 1000 + 180_000)
  const file = join(folder, 'app.log')
  writeFileSync(file, '')
  const server = await serve([file])
  const writer = startWriting(file)
  const random = createRandom(7)
  const { page } = rastro
  try {
    await rastro.read(server.url)
    await expect(rastro.rows.first()).toBeVisible()
    const errors = page.getByRole('textbox', { name: 'Adicionar filtro' })

    const actions: readonly (() => Promise<void>)[] = [
      async () => {
        // Followed: the end that comes next is reached.
        const due = writer.written + LINES_PER_WRITE
        await expect
          .poll(async () => (await expectTrueRows(rastro)).at(-1) ?? 0)
          .toBeGreaterThanOrEqual(due)
      },
      async () => {
        await rastro.button('Pausar').click()
        const before = await shownRows(rastro)
        const due = writer.written + 5 * LINES_PER_WRITE
        await expect.poll(() => writer.written).toBeGreaterThanOrEqual(due)
        expect(await shownRows(rastro)).toEqual(before)
        await rastro.button('Continuar').click()
        await expectTrueRows(rastro)
        await rastro.grid.press('End')
      },
      async () => {
        const line = 1 + random.below(Math.max(writer.written - LINES_PER_WRITE, 1))
        await page.keyboard.press('Control+g')
        await page.getByRole('dialog').getByRole('textbox').fill(String(line))
        await page.keyboard.press('Enter')
        await expect(page.getByRole('dialog')).toBeHidden()
        await expect.poll(() => expectTrueRows(rastro)).toContain(line)
        await rastro.grid.press('End')
      },
      async () => {
        await errors.fill('ERROR')
        await errors.press('Enter')
        await expect
          .poll(async () => (await shownRows(rastro)).every(({ number }) => number % 10 === 0))
          .toBe(true)
        const numbers = await expectTrueRows(rastro)
        for (const [at, number] of numbers.entries()) {
          expect(number).toBe((numbers[0] ?? 0) + at * 10)
        }
        await page.getByRole('button', { name: 'Remover ERROR' }).click()
        await expect
          .poll(async () => (await shownRows(rastro)).some(({ number }) => number % 10 !== 0))
          .toBe(true)
        await expectTrueRows(rastro)
        await rastro.grid.press('End')
      },
    ]
    const until = Date.now() + SECONDS * 1000
    for (let turn = 0; Date.now() < until || turn < actions.length; turn++) {
      const next = turn < actions.length ? turn : random.below(actions.length)
      await actions[next]?.()
    }
  } finally {
    writer.stop()
  }

  const { written } = writer
  await rastro.grid.press('End')
  await expect.poll(async () => (await expectTrueRows(rastro)).at(-1)).toBe(written)
  const { logs } = serverState.parse(await (await fetch(`${server.url}api/logs`)).json())
  const [log] = logs
  expect(log).toMatchObject({ first: 0, end: written })
  const rotated = Math.floor(written / LINES_PER_FILE)
  const files = [...Array.from({ length: rotated }, (_, at) => `${file}.${at + 1}`), file]
  const lines = files.flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(0, -1))
  for (let from = 0; from < written; from += 1000) {
    const address = `${server.url}api/logs/${log?.id}/lines?from=${from}&to=${from + 1000}`
    const window = linesWindow.parse(await (await fetch(address)).json())
    expect(window.lines.map(({ text }) => text)).toEqual(lines.slice(from, from + 1000))
  }
})
