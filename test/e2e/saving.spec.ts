import { readFile, truncate } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { hold, withoutPicker, withPicker } from './file-picker.ts'
import { FilterBar } from './filter-bar.ts'
import { numbered } from './numbered.ts'
import { pasted } from './pasted.ts'
import { expect, test } from './rastro-test.ts'

const HOSTILE = [
  '=cmd|"/c calc"!A1',
  '<script>alert(1)</script>',
  '{"level":"error","id":12345678901234567890}',
  '\u202eevil \u001b[31mred\u001b[0m, "quoted"',
  'x'.repeat(200_000),
]

/** Opens the dialog, chooses, and saves. */
async function save(page: Page, choose: readonly string[], words = WORDS): Promise<void> {
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: words.title })
  for (const name of choose) {
    await dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true })
  }
  await dialog.getByRole('button', { name: words.save, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}
const WORDS = { title: 'Salvar linhas', save: 'Salvar' }

async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8')
}

test('saves the log, what a filter shows and a selection, in each format', async ({
  open,
  rastro,
}) => {
  const content = `${numbered(1, 1001)}${HOSTILE.map((line) => `${line}\n`).join('')}`
  const { page } = rastro
  await withoutPicker(page)
  await open(content)
  await rastro.grid.focus()

  const whole = page.waitForEvent('download')
  await save(page, ['O log inteiro', 'Texto'])
  expect((await whole).suggestedFilename()).toBe('app.log')
  expect(await textOf(whole)).toBe(content)
  await expect(rastro.notices).toContainText('1.005 linhas em app.log')

  const table = page.waitForEvent('download')
  await save(page, ['O log inteiro', 'CSV'])
  expect((await table).suggestedFilename()).toBe('app.csv')
  const rows = (await textOf(table)).split('\r\n')
  expect(rows[0]).toBe('line,text')
  expect(rows[1001]).toBe('1001,"=cmd|""/c calc""!A1"')
  expect(rows[1004]).toBe(`1004,"${HOSTILE[3]?.replaceAll('"', '""')}"`)
  await expect(rastro.notices).toContainText('1.005 linhas em app.csv')

  await new FilterBar(page).add('Incluir', 'line 99')
  await expect(rastro.line('line 999')).toBeVisible()
  const filtered = page.waitForEvent('download')
  await save(page, ['O que o filtro mostra', 'JSON'])
  expect((await filtered).suggestedFilename()).toBe('app-filtrado.jsonl')
  const objects = (await textOf(filtered)).trimEnd().split('\n')
  expect(objects.map((line) => JSON.parse(line))).toEqual(
    [99, ...Array.from({ length: 10 }, (_, at) => 990 + at)].map((line) => ({
      line,
      text: `line ${line}`,
    })),
  )

  await rastro.line('line 992').click()
  await rastro.line('line 995').click({ modifiers: ['Shift'] })
  const selected = page.waitForEvent('download')
  await save(page, ['A seleção', 'Texto'])
  expect((await selected).suggestedFilename()).toBe('app-seleção.log')
  expect(await textOf(selected)).toBe(numbered(992, 996))
})

test('shows how far a large file is, waits for a slow disk, and can be cancelled', async ({
  open,
  rastro,
}) => {
  const content = numbered(1, 40_001, ` ${'x'.repeat(1000)}`)
  const { page } = rastro
  await withPicker(page)
  const { file } = await open(content)
  const panel = page.getByRole('region', { name: 'Gravação' })

  await hold(page, true)
  await save(page, ['O log inteiro'])
  await expect(panel.getByRole('progressbar', { name: 'Salvando app.log' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('dialog')).toContainText('Outro arquivo está sendo salvo.')
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Cancelar a gravação' }).click()
  await hold(page, false)
  await expect(rastro.notices).toContainText('A gravação foi cancelada')
  await expect(panel).toHaveCount(0)

  await save(page, ['O log inteiro'])
  await expect(rastro.notices).toContainText('40.000 linhas em app.log')
  const saved = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    return (await (await folder.getFileHandle('app.log')).getFile()).text()
  })
  expect(saved).toBe(content)

  // A file that changes under it never looks saved.
  await hold(page, true)
  await save(page, ['O log inteiro'])
  await expect(panel).toBeVisible()
  await truncate(file, 0)
  await expect(rastro.rows).toHaveCount(0)
  await hold(page, false)
  await expect(rastro.notices).toContainText('O arquivo não foi salvo')
})

test('copies lines whole, with their numbers or as entries, and offers to save too many', async ({
  context,
  open,
  rastro,
}) => {
  const trace =
    '2026-01-01 10:00:00 ERROR broken\n  at one\n  at two\n2026-01-01 10:00:01 INFO on\n'
  const long = `long ${'y'.repeat(50_000)} end`
  const { page } = rastro
  await context.grantPermissions(['clipboard-write'])
  await open(`${trace}${long}\n${HOSTILE[3]}\n${numbered(7, 12_001)}`)
  const { keyboard } = page
  const clipboard = () => pasted(page)
  await keyboard.press('g')

  await rastro.numbered(4).click({ position: { x: 20, y: 8 } })
  await rastro.numbered(7).click({ modifiers: ['Shift'], position: { x: 20, y: 8 } })
  await keyboard.press('Control+c')
  const shown = '⟨U+202E⟩evil red, "quoted"'
  const copied = ['2026-01-01 10:00:01 INFO on', long, shown, 'line 7']
  await expect.poll(clipboard).toBe(copied.join('\n'))
  await keyboard.press('Shift+C')
  await expect.poll(clipboard).toBe(copied.map((line, at) => `${at + 4}:${line}`).join('\n'))

  await rastro.numbered(2).click({ position: { x: 20, y: 8 } })
  await keyboard.press('y')
  await expect.poll(clipboard).toBe(trace.split('\n').slice(0, 3).join('\n'))

  // A folded entry is copied whole.
  await keyboard.press('Shift+Z')
  await expect(rastro.line('at one')).toHaveCount(0)
  await rastro.line('ERROR broken').click({ position: { x: 20, y: 8 } })
  await keyboard.press('Shift+C')
  const numberedTrace = trace.split('\n').slice(0, 3)
  await expect.poll(clipboard).toBe(numberedTrace.map((line, at) => `${at + 1}:${line}`).join('\n'))
  await keyboard.press('Shift+Z')
  await expect(rastro.line('at one')).toBeVisible()

  // The results of a search are lines of their own.
  await keyboard.press('Control+f')
  await keyboard.type('line 1199')
  const results = page.getByRole('region', { name: 'Resultados da busca' }).getByRole('row')
  await results
    .filter({ hasText: 'line 1199' })
    .first()
    .click({ position: { x: 20, y: 8 } })
  await results
    .filter({ hasText: 'line 11990' })
    .click({ modifiers: ['Shift'], position: { x: 20, y: 8 } })
  await keyboard.press('Control+c')
  await expect.poll(clipboard).toBe('line 1199\nline 11990')

  await rastro.grid.focus()
  await keyboard.press('Control+a')
  await keyboard.press('Control+c')
  const dialog = page.getByRole('dialog', { name: 'Salvar linhas' })
  await expect(dialog).toContainText('mais do que a área de transferência aguenta')
  await expect(dialog.getByRole('radio', { name: /^A seleção/ })).toBeChecked()
  await expect(dialog).toContainText('12.000 linhas')
})

test.describe('in English', () => {
  test.use({ locale: 'en' })

  test('saves bookmarks with their notes', async ({ open, rastro }) => {
    const { page } = rastro
    await withoutPicker(page)
    await open(`${HOSTILE.map((line) => `${line}\n`).join('')}last\n`)
    await rastro.numbered(1).click()
    await page.keyboard.press('m')
    await rastro.numbered(5).click({ position: { x: 20, y: 8 } })
    await page.keyboard.press('Shift+M')
    await page.getByRole('textbox', { name: 'Note' }).fill('a "long" one')
    await page.keyboard.press('Enter')
    const english = { title: 'Save lines', save: 'Save' }
    const table = page.waitForEvent('download')
    await save(page, ['The bookmarks', 'CSV'], english)
    expect((await table).suggestedFilename()).toBe('app-bookmarks.csv')
    expect(await textOf(table)).toBe(
      `line,color,note,text\r\n1,amber,"","=cmd|""/c calc""!A1"\r\n5,amber,"a ""long"" one","${HOSTILE[4]}"\r\n`,
    )
    await expect(rastro.notices).toContainText('2 lines in app-bookmarks.csv')
  })
})
