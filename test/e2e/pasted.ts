import type { Page } from '@playwright/test'

/** What a paste brings: the page itself may not read the clipboard. */
export async function pasted(page: Page): Promise<string> {
  const from = await page.evaluateHandle(() => {
    const before = document.activeElement
    const field = document.body.appendChild(document.createElement('textarea'))
    field.focus()
    return { before, field }
  })
  await page.keyboard.press('Control+v')
  return from.evaluate(({ before, field }) => {
    field.remove()
    if (before instanceof HTMLElement) before.focus()
    return field.value
  })
}
