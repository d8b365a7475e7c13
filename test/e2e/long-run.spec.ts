import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createRandom } from '../../src/server/generator/seeded-random.ts'
import { linesWindow, serverState } from '../../src/shared/protocol.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

/** How long it runs, in seconds: minutes with RASTRO_LONG_RUN_SECONDS, a short form in every run. */
const SECONDS = Number(process.env.RASTRO_LONG_RUN_SECONDS ?? 12)

const LINES_PER_WRITE = 10
const WRITE_INTERVAL_MS = 50

/** Rotations of a run, however slow the machine is: eight rotated files are kept to be read. */
const ROTATIONS = 6
const LINES_PER_FILE =
  Math.ceil((SECONDS * 1000) / WRITE_INTERVAL_MS / (ROTATIONS + 1)) * LINES_PER_WRITE

/** The text of the line with this number, counted from 1. */
function textOf(number: number): string {
  const level = number % 10 === 0 ? 'ERROR' : 'INFO'
  return `${level} line ${number} of the long run`
}

/** Writes numbered lines and rotates now and then, until it is stopped. */
function startWriting(path: string) {
  let written = 0
  let rotated = 0
  const write = (): void => {
    let text = ''
    for (let line = 1; line <= LINES_PER_WRITE; line++) text += `${textOf(written + line)}\n`
    appendFileSync(path, text)
    written += LINES_PER_WRITE
    if (written % LINES_PER_FILE === 0 && rotated < ROTATIONS) {
      rotated += 1
      renameSync(path, `${path}.${rotated}`)
      writeFileSync(path, '')
    }
  }
  const timer = setInterval(write, WRITE_INTERVAL_MS)
  return {
    get written() {
      return written
    },
    /** The files in the order in which they were written. */
    files: () => [...Array.from({ length: rotated }, (_, at) => `${path}.${at + 1}`), path],
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

/** The numbers on the screen at this moment, of which every one stands beside its own text. */
async function trueRows(rastro: RastroPage): Promise<readonly number[]> {
  const rows = await shownRows(rastro)
  for (const { number, text } of rows) expect(text).toBe(textOf(number))
  const numbers = rows.map(({ number }) => number)
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
  expect(new Set(numbers).size).toBe(numbers.length)
  return numbers
}

function isEveryTenth(numbers: readonly number[]): boolean {
  const [first = 1] = numbers
  return first % 10 === 0 && numbers.every((number, at) => number === first + at * 10)
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
          .poll(async () => (await trueRows(rastro)).at(-1) ?? 0)
          .toBeGreaterThanOrEqual(due)
      },
      async () => {
        await rastro.button('Pausar').click()
        await expect(rastro.status).toContainText('Pausado')
        const before = await rastro.filled()
        const due = writer.written + 5 * LINES_PER_WRITE
        await expect.poll(() => writer.written).toBeGreaterThanOrEqual(due)
        expect(await rastro.shown()).toEqual(before)
        await rastro.button('Continuar').click()
        await expect(rastro.status).not.toContainText('Pausado')
        await trueRows(rastro)
        await rastro.grid.press('End')
      },
      async () => {
        const line = 1 + random.below(Math.max(writer.written - LINES_PER_WRITE, 1))
        await page.keyboard.press('Control+g')
        await page.getByRole('dialog').getByRole('textbox').fill(String(line))
        await page.keyboard.press('Enter')
        await expect(page.getByRole('dialog')).toBeHidden()
        await expect.poll(() => trueRows(rastro)).toContain(line)
        await rastro.grid.press('End')
      },
      async () => {
        await errors.fill('ERROR')
        await errors.press('Enter')
        // Rows whose text is still on its way leave a hole between those that have theirs.
        await expect.poll(async () => isEveryTenth(await trueRows(rastro))).toBe(true)
        await page.getByRole('button', { name: 'Remover ERROR' }).click()
        await expect
          .poll(async () => (await trueRows(rastro)).some((number) => number % 10 !== 0))
          .toBe(true)
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
  await expect.poll(async () => (await trueRows(rastro)).at(-1)).toBe(written)
  const { logs } = serverState.parse(await (await fetch(`${server.url}api/logs`)).json())
  const [log] = logs
  expect(log).toMatchObject({ first: 0, end: written })
  const lines = writer
    .files()
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(0, -1))
  for (let from = 0; from < written; from += 1000) {
    const address = `${server.url}api/logs/${log?.id}/lines?from=${from}&to=${from + 1000}`
    const window = linesWindow.parse(await (await fetch(address)).json())
    expect(window.lines.map(({ text }) => text)).toEqual(lines.slice(from, from + 1000))
  }
})
