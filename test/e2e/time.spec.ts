import { expect, test } from './rastro-test.ts'
import { START, timedLines } from './timed-lines.ts'

/** Clock times of the server's zone, which the lines do not name. */
function localTime(at: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = new Date(START + at * 1000)
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`
}

test('goes to a time, a distance and a date, and says what it understood', async ({
  open,
  rastro,
}) => {
  const lines = Array.from({ length: 7200 }, (_, at) => `${localTime(at)} INFO second ${at}\n`)
  const { page } = rastro
  await open({ 'local.log': lines.join('') })
  const dialog = page.getByRole('dialog', { name: 'Ir para linha ou horário' })
  const active = async (second: number) => {
    await expect(dialog).toHaveCount(0)
    await expect(rastro.numbered(second + 1)).toHaveAttribute('aria-selected', 'true')
    await expect(rastro.numbered(second + 1)).toContainText(`second ${second}`)
  }
  const { zone } = await page.evaluate(async () =>
    (await fetch('api/logs'))
      .json()
      .then(async ({ logs: [log] }) => (await fetch(`api/logs/${log.id}/line-at?time=0`)).json()),
  )

  await rastro.goTo(localTime(1803).slice(11))
  await expect(dialog).toContainText(`Vai para`)
  await expect(dialog).toContainText(`${localTime(1803).slice(11)} (${zone})`)
  await page.keyboard.press('Enter')
  await active(1803)
  await rastro.goTo('-5m')
  await expect(dialog).toContainText(localTime(1503).slice(11))
  await page.keyboard.press('Enter')
  await active(1503)
  await rastro.goTo('+30s')
  await page.keyboard.press('Enter')
  await active(1533)
  const [year, month, day] = localTime(60).slice(0, 10).split('-')
  await rastro.goTo(`${day}/${month}/${year} ${localTime(60).slice(11)}`)
  await page.keyboard.press('Enter')
  await active(60)
  await rastro.goTo(String((START + 90_000) / 1000))
  await page.keyboard.press('Enter')
  await active(90)
  await rastro.goTo('1.234')
  await expect(dialog).toContainText('Vai para a linha 1.234.')
  await page.keyboard.press('Enter')
  await active(1233)
  await rastro.goTo('2030-01-01')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('O log termina em')
  await page.keyboard.press('Escape')
  await rastro.goTo('amanhã de manhã')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Isto não é uma linha')
})

test('tells elapsed time from the line before and from a chosen one', async ({ open, rastro }) => {
  const at = (ms: number, text: string) => `${new Date(START + ms).toISOString()} INFO ${text}\n`
  await open({
    'gaps.log': [
      at(0, 'first'),
      at(250, 'second'),
      '\tat App.main\n',
      at(62_750, 'third'),
      at(62_750, 'fourth'),
    ].join(''),
  })
  await rastro.grid.press('e')
  const elapsed = (text: string) => rastro.line(text).getByRole('gridcell').nth(1)
  await expect(elapsed('second')).toHaveText('+0,250 s')
  await expect(elapsed('App.main')).toHaveText('')
  // Since the entry above, of which the line above has no time.
  await expect(elapsed('third')).toHaveText('+1:02,500')
  await expect(elapsed('fourth')).toHaveText('+0,000 s')
  await rastro.line('second').click()
  await rastro.grid.press('Shift+E')
  await expect(elapsed('first')).toHaveText('−0,250 s')
  await expect(elapsed('fourth')).toHaveText('+1:02,500')
  await rastro.grid.press('e')
  await expect(elapsed('fourth')).toHaveText('+0,000 s')
  await rastro.grid.press('e')
  await expect(rastro.page.getByRole('columnheader', { name: 'Decorrido' })).toHaveCount(0)
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('speaks the histogram, goes to times and restricts', async ({ open, rastro }) => {
    const { page } = rastro
    await open(timedLines(0, 7200))
    const bars = page.getByRole('slider', { name: 'Lines over time' })
    await expect(bars).toBeEnabled()
    await bars.focus()
    await bars.press('Home')
    await expect(bars).toHaveAttribute('aria-valuetext', / to \d\d:\d\d.*: 60 lines, 6 errors$/)
    await rastro.goTo('10:02Z')
    await expect(page.getByRole('dialog', { name: 'Go to line or time' })).toContainText('Goes to')
    await page.keyboard.press('Enter')
    await expect(rastro.numbered(121)).toHaveAttribute('aria-selected', 'true')
    await rastro.goTo('tomorrow')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('neither a line, like 12,345')
    await page.keyboard.press('Escape')
    await bars.focus()
    await bars.press('End')
    await bars.press('Shift+ArrowLeft')
    await bars.press('Enter')
    await rastro.grid.press('Home')
    await expect(rastro.line('second 7080')).toBeInViewport()
    await page.getByRole('button', { name: 'Whole log' }).click()
    await rastro.grid.press('Home')
    await expect(rastro.line('second 0')).toBeInViewport()
  })
})
