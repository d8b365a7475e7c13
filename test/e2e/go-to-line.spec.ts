import { FilterBar } from './filter-bar.ts'
import type { RastroPage } from './rastro-page.ts'
import { expect, test } from './rastro-test.ts'

/** Entries of four lines each: line 4 N + 1 is the first one of entry N, counted from 1. */
function traces(entries: number): string {
  let text = ''
  for (let entry = 0; entry < entries; entry += 1) {
    const time = new Date(Date.UTC(2026, 0, 1, 0, 0, entry)).toISOString()
    text += `${time} ERROR entry ${entry}\n`
    for (let frame = 0; frame < 3; frame += 1) text += `    at frame${frame}.of${entry}(x)\n`
  }
  return text
}

async function goTo(rastro: RastroPage, place: string): Promise<void> {
  await rastro.goTo(place)
  await rastro.page.keyboard.press('Enter')
}

async function expectActive(rastro: RastroPage, text: string): Promise<void> {
  const active = rastro.grid.locator('[role="row"][aria-selected="true"]:not([hidden])')
  await expect(active).toContainText(text)
  await expect(active).toBeInViewport()
}

test('unfolds the entry of a line that is gone to, by number and by bookmark', async ({
  open,
  rastro,
}) => {
  await open(traces(500))
  // A bookmark within entry 100.
  await goTo(rastro, '403')
  await expectActive(rastro, 'frame1.of100')
  await rastro.grid.press('m')
  await rastro.grid.press('Shift+Z')
  await expect(rastro.line('frame')).toHaveCount(0)
  await goTo(rastro, '1203')
  await expectActive(rastro, 'frame1.of300')
  await expect(rastro.grid).toBeFocused()
  await expect(rastro.line('frame')).toHaveCount(3)
  await rastro.grid.press(']')
  await expectActive(rastro, 'frame1.of100')
  await goTo(rastro, '801')
  await expectActive(rastro, 'entry 200')
  await expect(rastro.line('frame0.of200')).toHaveCount(0)
})

test('unfolds the one entry that is folded, and stays on its line', async ({ open, rastro }) => {
  await open(traces(500))
  await goTo(rastro, '1203')
  await expectActive(rastro, 'frame1.of300')
  await rastro.grid.press('z')
  await expect(rastro.line('of300')).toHaveCount(0)
  await rastro.grid.press('Home')
  await goTo(rastro, '1203')
  await expectActive(rastro, 'frame1.of300')
  await expect(rastro.line('of300')).toHaveCount(3)
})

test('tells that a filter hides the line, lands nearby and lifts it when asked', async ({
  open,
  rastro,
}) => {
  const bar = new FilterBar(rastro.page)
  await open(traces(500))
  await goTo(rastro, '403')
  await rastro.grid.press('m')
  await goTo(rastro, '803')
  await rastro.grid.press('m')
  await bar.add('Incluir', 'entry')
  await bar.chooseExtent('Só a linha')
  await expect(bar.words).toContainText('500 de 2.000 linhas à mostra')
  await expect(rastro.line('frame')).toHaveCount(0)
  await rastro.grid.press('Home')
  await goTo(rastro, '21')
  await expectActive(rastro, 'entry 5')
  await expect(rastro.notices).not.toContainText('oculta')
  await rastro.grid.press(']')
  const notice = rastro.notices.getByText('O filtro oculta a linha 403', { exact: true })
  await expect(notice).toBeVisible()
  await expectActive(rastro, 'entry 101')
  // From a bookmark that is hidden to the next one, though another line is active.
  await rastro.grid.press(']')
  await expect(rastro.notices).toContainText('O filtro oculta a linha 803')
  await expect(notice).toHaveCount(0)
  await expectActive(rastro, 'entry 201')
  await rastro.notices.getByRole('button', { name: 'Mostrar tudo e ir até ela' }).click()
  await expectActive(rastro, 'frame1.of200')
  await expect(rastro.grid).toBeFocused()
  await expect(rastro.notices).not.toContainText('oculta')
  await expect(bar.words).toContainText('Todas as linhas estão à mostra')
})

test('says nothing of a filter to who goes to a time: that part of the log is meant', async ({
  open,
  rastro,
}) => {
  const bar = new FilterBar(rastro.page)
  await open(traces(100))
  await bar.add('Incluir', 'entry 7')
  await expect(bar.words).toContainText('44 de 400 linhas à mostra')
  await goTo(rastro, '00:00:20Z')
  await expectActive(rastro, 'entry 70')
  // A notice would be told before the line is drawn.
  await expect(rastro.notices).not.toContainText('oculta')
  await goTo(rastro, '81')
  await expect(rastro.notices).toContainText('O filtro oculta a linha 81')
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('lifts a filter that hides everything, and unfolds the entry', async ({ open, rastro }) => {
    const bar = new FilterBar(rastro.page)
    await open(traces(500))
    await rastro.grid.press('Shift+Z')
    await expect(rastro.line('frame')).toHaveCount(0)
    await bar.add('Include', 'nothing has this')
    await expect(rastro.line('entry')).toHaveCount(0)
    await goTo(rastro, '803')
    await expect(rastro.notices).toContainText('The filter hides line 803')
    await rastro.notices.getByRole('button', { name: 'Show everything and go there' }).click()
    await expectActive(rastro, 'frame1.of200')
    await expect(rastro.line('frame')).toHaveCount(3)
  })
})
