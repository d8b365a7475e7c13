import type { Locator } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './rastro-test.ts'

const LINES = [
  '2026-11-23T13:16:15Z INFO from 10.0.0.12 for order-17',
  '2026-11-23T13:16:16Z INFO order-17 took 12ms, order-18 waits',
  '\u001b[31mred\u001b[0m 10.0.0.12',
  '{"level":50,"time":1732367775123,"msg":"payment failed","retry":3}',
]

/** The part of a line with exactly this text, where it has an element of its own. */
const part = (line: Locator, text: string) => line.getByText(text, { exact: true })

/** What a colour of the theme computes to. */
function themeColour(line: Locator, property: 'color' | 'background-color', name: string) {
  return line.evaluate(
    (element, { property, name }) => {
      const probe = document.createElement('span')
      element.append(probe)
      probe.style.setProperty(property, `var(--${name})`)
      const colour = getComputedStyle(probe).getPropertyValue(property)
      probe.remove()
      return colour
    },
    { property, name },
  )
}

/** Selects the text of an element as a mouse does that is drawn over it. */
async function selectText(element: Locator): Promise<void> {
  await element.evaluate((node) => {
    const selection = document.getSelection()
    selection?.selectAllChildren(node)
  })
}

test('colours what it knows in every log, and leaves lines alone that have colours', async ({
  open,
  rastro,
}) => {
  await open(`${LINES.join('\n')}\n`)
  const line = rastro.line('for order-17')
  await expect(part(line, '10.0.0.12')).toHaveCSS(
    'color',
    await themeColour(line, 'color', 'token-address'),
  )
  await expect(part(line, '2026-11-23T13:16:15Z')).toHaveCSS(
    'color',
    await themeColour(line, 'color', 'token-time'),
  )
  await expect(part(rastro.line('red 10.0.0.12'), '10.0.0.12')).toHaveCount(0)
  await expect(rastro.line('red 10.0.0.12')).toBeVisible()
})

test('labels the selected text by a key, lists the labels and takes them away', async ({
  open,
  rastro,
}) => {
  const { url } = await open(`${LINES.join('\n')}\n`)
  const { page } = rastro
  const line = rastro.line('from 10.0.0.12')
  const yellow = await themeColour(line, 'background-color', 'label-1')
  await line.click()
  await selectText(part(line, '10.0.0.12'))
  await page.keyboard.press('Control+1')
  await expect(part(line, '10.0.0.12')).toHaveCSS('background-color', yellow)
  await expect(part(rastro.line('red'), '10.0.0.12')).toHaveCSS('background-color', yellow)

  // They come back with the page, and are listed.
  await page.waitForFunction(() => localStorage.getItem('rastro:labels')?.includes('10.0.0.12'))
  await rastro.read(url)
  await expect(part(rastro.line('red'), '10.0.0.12')).toHaveCSS('background-color', yellow)
  await page.keyboard.press('Alt+h')
  const dialog = page.getByRole('dialog', { name: 'Cores nas linhas' })
  await expectAccessible(page, 'colours')
  await dialog.getByRole('button', { name: 'Remover a marca “10.0.0.12”' }).click()
  await expect(dialog.getByText('Selecione um texto nas linhas')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(part(rastro.line('red'), '10.0.0.12')).toHaveCount(0)
})

test('takes a label away by the key that set it', async ({ open, rastro }) => {
  await open(`${LINES.join('\n')}\n`)
  const { page } = rastro
  const line = rastro.line('from 10.0.0.12')
  const green = await themeColour(line, 'background-color', 'label-3')
  await line.click()
  await selectText(part(line, '10.0.0.12'))
  await page.keyboard.press('Alt+3')
  await expect(part(line, '10.0.0.12')).toHaveCSS('background-color', green)
  await page.keyboard.press('Alt+3')
  await expect(part(line, '10.0.0.12')).not.toHaveCSS('background-color', green)
})

test.describe('on an English system', () => {
  test.use({ locale: 'en-GB' })

  test('paints by own rules, which are kept, and says what is wrong with a pattern', async ({
    open,
    rastro,
  }) => {
    const { page } = rastro
    await open(`${LINES.join('\n')}\n`)
    const line = rastro.line('took 12ms')
    await expect(line).toBeVisible()
    await page.keyboard.press('Alt+h')
    const dialog = page.getByRole('dialog', { name: 'Colours in the lines' })
    await dialog.getByRole('button', { name: 'Add a rule' }).click()
    await dialog.getByRole('textbox', { name: 'Text or pattern of rule 1' }).fill('order-(')
    const rule = dialog.getByRole('listitem')
    await rule.getByRole('button', { name: 'Regular expression' }).click()
    await expect(rule.getByRole('alert')).toHaveText('This is not a regular expression yet.')
    await dialog.getByRole('textbox', { name: 'Text or pattern of rule 1' }).fill('order-\\d+')
    await expect(rule.getByRole('alert')).toHaveCount(0)
    await dialog.getByRole('button', { name: /Colour of rule 1/ }).click()
    await page.getByRole('option', { name: 'Cyan' }).click()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    const cyan = await themeColour(line, 'background-color', 'label-7')
    await expect(part(line, 'order-18')).toHaveCSS('background-color', cyan)
    await page.waitForFunction(() => localStorage.getItem('rastro:highlight-rules')?.includes('7'))
    await page.reload()
    await rastro.button('Read Logs').click()
    await expect(part(line, 'order-17')).toHaveCSS('background-color', cyan)
  })

  test('stops a rule that would take for ever, and says so', async ({ open, rastro }) => {
    const bait = (at: number) => `${at} ${'a'.repeat(60)}!`
    const { page } = rastro
    await page.addInitScript(() => {
      const term = { kind: 'regexp', pattern: '(a+)+$', matchCase: true, wholeWord: false }
      localStorage.setItem(
        'rastro:highlight-rules',
        JSON.stringify([{ term, colour: 1, on: true }]),
      )
    })
    await open(`${Array.from({ length: 20 }, (_, at) => bait(at)).join('\n')}\n`)
    await expect(rastro.notices).toContainText('A highlight rule was stopped')
    await expect(rastro.line(bait(19))).toBeVisible()
  })

  test('shows JSON lines as text, and as they are again', async ({ open, rastro }) => {
    const { page } = rastro
    await open(`${LINES.join('\n')}\n`)
    const raw = rastro.line('"msg":"payment failed"')
    await expect(raw).toBeVisible()
    await page.keyboard.press('Alt+j')
    const compact = rastro.line('2024-11-23T13:16:15.123Z ERROR payment failed')
    await expect(compact).toBeVisible()
    await expect(part(compact, '┊ retry=3')).toHaveCSS(
      'color',
      await themeColour(compact, 'color', 'text-dim'),
    )
    await expect(raw).toHaveCount(0)
    await expectAccessible(page, 'JSON as text')
    await page.keyboard.press('Alt+j')
    await expect(raw).toBeVisible()
  })
})
