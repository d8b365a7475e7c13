import { appendFile } from 'node:fs/promises'
import { expect, test } from './rastro-test.ts'

/** Entry N of `count`: every third one with a stack trace of four more lines. */
function entries(from: number, to: number): string {
  let text = ''
  for (let entry = from; entry < to; entry += 1) {
    const time = new Date(Date.UTC(2026, 0, 1, 0, 0, entry)).toISOString()
    const hasTrace = entry % 3 === 0
    text += `${time} ${hasTrace ? 'ERROR' : 'INFO'} entry ${entry}\n`
    if (hasTrace) {
      text += `java.lang.IllegalStateException: no ${entry}\n`
      for (let frame = 0; frame < 3; frame += 1) text += `    at a.b.C${frame}.d(C.java:${entry})\n`
    }
  }
  return text
}

test('folds all entries, one, and shows them again', async ({ open, rastro }) => {
  await open(entries(0, 9))
  await expect(rastro.line('entry 8')).toBeVisible()
  await expect.poll(async () => (await rastro.shown()).length).toBe(21)
  await rastro.grid.press('Shift+Z')
  await expect(rastro.line('IllegalState')).toHaveCount(0)
  await expect(rastro.rows).toHaveCount(9)
  await expect(rastro.line('entry 3')).toContainText('+4')
  await expect(rastro.line('entry 4')).not.toContainText('+')
  const badge = rastro.line('entry 3').getByRole('button', { name: 'Mostrar mais 4 linhas' })
  await badge.click()
  await expect(rastro.line('IllegalState')).toHaveText(/no 3/)
  await expect(rastro.line(/at a\.b/)).toHaveCount(3)
  await expect(rastro.line('entry 3')).toContainText('\u22124')
  // The line numbers are those of the log.
  await expect(rastro.line('no 3').getByRole('gridcell').first()).toHaveText('9')
  await rastro.line('C1.d').click()
  await rastro.grid.press('z')
  await expect(rastro.line('IllegalState')).toHaveCount(0)
  await rastro.grid.press('Shift+Z')
  await expect(rastro.line('IllegalState')).toHaveCount(3)
})

test('folds one entry among all lines, in English', async ({ page, open, rastro }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', { value: ['en'] })
  })
  await open(entries(0, 9))
  await rastro.line('no 3').click()
  await rastro.grid.press('z')
  await expect(rastro.line('no 3')).toHaveCount(0)
  await expect(rastro.line('IllegalState')).toHaveCount(2)
  await expect(rastro.line('entry 4')).toBeVisible()
  await rastro.line('entry 3').getByRole('button', { name: 'Show 4 more lines' }).click()
  await expect(rastro.line('IllegalState')).toHaveCount(3)
})

test('stays on the line when entries fold, and goes on at the end', async ({ open, rastro }) => {
  const { file } = await open(entries(0, 3000))
  await expect(rastro.line(/entry 2999$/)).toBeVisible()
  // At the end they stay at the end, and new entries come.
  await rastro.grid.press('Shift+Z')
  await expect(rastro.line(/entry 2997/)).toContainText('+4')
  await appendFile(file, entries(3000, 3002))
  await expect(rastro.line(/entry 3001$/)).toBeVisible()
  await expect(rastro.line(/entry 3000/)).toContainText('+4')
  await rastro.grid.press('Shift+Z')
  await rastro.grid.press('Control+g')
  await rastro.page.getByRole('dialog').getByRole('textbox').fill('3500')
  await rastro.page.keyboard.press('Enter')
  const row = rastro.grid.locator('[role="row"][aria-selected="true"]')
  await expect(row.getByRole('gridcell').first()).toHaveText(/3.?500/)
  const text = (await row.textContent()) ?? ''
  // Below the top of the list: what stands above that may still grow.
  const place = () =>
    row.evaluate((one) => {
      const top = one.closest('[role="grid"]')?.getBoundingClientRect().top ?? 0
      return one.getBoundingClientRect().top - top
    })
  const before = await place()
  await rastro.grid.press('Shift+Z')
  await expect(rastro.line('IllegalState')).toHaveCount(0)
  // Line 3500 is the first line of an entry, or its entry's first line is shown in its place.
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(2)
  await rastro.grid.press('Shift+Z')
  await expect(rastro.line(text.slice(-20)).first()).toBeVisible()
})

test('keeps what a pause shows while entries fold', async ({ open, rastro }) => {
  const { file } = await open(entries(0, 6))
  await expect(rastro.line('entry 5')).toBeVisible()
  await rastro.button('Pausar').click()
  await appendFile(file, entries(6, 9))
  await expect(rastro.toolbar).toContainText('+7 linhas')
  await rastro.grid.press('Shift+Z')
  await expect(rastro.line('IllegalState')).toHaveCount(0)
  await expect(rastro.rows).toHaveCount(6)
  await rastro.button('Continuar').click()
  await expect(rastro.rows).toHaveCount(9)
})

test('shows that an entry is folded though its line is wider than the view', async ({
  open,
  rastro,
}) => {
  await open(`2026-01-01T00:00:00Z ERROR ${'wide '.repeat(80)}\njava.lang.Error: x\n    at a.b\n`)
  await rastro.grid.press('Shift+Z')
  const badge = rastro.line('ERROR').getByRole('button', { name: 'Mostrar mais 2 linhas' })
  await expect(badge).toBeInViewport({ ratio: 1 })
  await badge.click()
  await expect(rastro.line('at a.b')).toBeVisible()
})
