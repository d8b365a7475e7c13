import { expect, type Locator, type Page } from '@playwright/test'

/** The page by its roles and names in Portuguese, as a person or a screen reader finds them. */
export class RastroPage {
  readonly page: Page
  readonly toolbar: Locator
  /** Ler Logs in either language, while no log is read. */
  readonly readButton: Locator
  readonly sources: Locator
  readonly status: Locator
  readonly grid: Locator
  readonly rows: Locator
  readonly notices: Locator
  readonly #failures: string[] = []

  constructor(page: Page) {
    this.page = page
    this.toolbar = page.getByRole('toolbar', { name: /Ferramentas|Tools/ })
    this.readButton = this.button(/^(Ler Logs|Read Logs)$/)
    this.sources = page.getByRole('complementary', { name: /Fontes|Sources/ })
    this.status = page.getByRole('contentinfo')
    this.grid = page.getByRole('main').getByRole('grid')
    this.rows = this.grid.getByRole('row')
    this.notices = page.getByRole('region', { name: /Avisos|Notices/ })
    page.on('pageerror', (error) => this.#failures.push(String(error)))
    page.on('dialog', (dialog) => {
      this.#failures.push(`A dialog opened: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('console', (message) => {
      const isPolicy = /Content Security Policy|Refused to/.test(message.text())
      if (isPolicy) this.#failures.push(message.text())
    })
  }

  /** Opens the address and presses Ler Logs, in either language. */
  async read(url: string): Promise<void> {
    await this.page.goto(url)
    await this.readButton.click()
  }

  button(name: string | RegExp): Locator {
    return this.toolbar.getByRole('button', { name, exact: true })
  }

  source(name: string | RegExp): Locator {
    return this.sources.getByRole('row', { name })
  }

  line(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text })
  }

  /** The row of the line with this number, counted from 1. */
  numbered(number: number): Locator {
    return this.grid.locator(`[role="row"][aria-rowindex="${number}"]`)
  }

  /** Types a line or a time into the dialog that goes there, and leaves it to the test to confirm. */
  async goTo(place: string): Promise<void> {
    await this.page.keyboard.press('Control+g')
    await this.page.getByRole('textbox', { name: /Linha ou horário|Line or time/ }).fill(place)
  }

  /** The numbers and texts on the screen, in the order of their numbers. */
  async shown(): Promise<readonly { readonly number: number; readonly text: string }[]> {
    const lines = await this.rows.evaluateAll((rows) =>
      rows
        .filter((row) => !(row as HTMLElement).hidden)
        .map((row) => ({
          number: Number(row.getAttribute('aria-rowindex')),
          text: row.querySelector('[aria-colindex="2"]')?.textContent ?? '',
        })),
    )
    return lines.sort((a, b) => a.number - b.number)
  }

  /** The same once every one of them has its text; for logs without empty lines. */
  async filled(): Promise<readonly { readonly number: number; readonly text: string }[]> {
    let lines = await this.shown()
    await expect
      .poll(async () => {
        lines = await this.shown()
        return lines.length > 0 && lines.every(({ text }) => text !== '')
      })
      .toBe(true)
    return lines
  }

  /** Turns pages in the list, and waits after each one until the lines are others. */
  async turnPages(key: 'PageDown' | 'PageUp', times: number): Promise<void> {
    const top = async () => (await this.filled())[0]?.number
    for (let turned = 0; turned < times; turned += 1) {
      const before = await top()
      await this.grid.press(key)
      await expect.poll(top).not.toBe(before)
    }
  }

  async expectLines(words: string): Promise<void> {
    await expect(this.status).toContainText(words)
  }

  /** What the browser itself complained about; a test fails with it even when all else is well. */
  expectNoFailure(): void {
    expect(this.#failures).toEqual([])
  }
}
