import { expect, type Locator, type Page } from '@playwright/test'

/** The search by its roles and names, in either language. */
export class SearchPage {
  readonly page: Page
  readonly bar: Locator
  readonly field: Locator
  readonly results: Locator
  readonly rows: Locator
  readonly separator: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('search', { name: /^(Busca|Search)$/ })
    this.field = this.bar.getByRole('textbox', { name: /^(Buscar no log|Search the log)$/ })
    this.results = page.getByRole('region', { name: /^(Resultados da busca|Search results)$/ })
    this.rows = this.results.getByRole('grid').getByRole('row')
    this.separator = this.results.getByRole('separator')
  }

  /** Puts the keyboard into the field and types. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.press('Control+f')
    await expect(this.field).toBeFocused()
    await this.page.keyboard.type(text)
  }

  toggle(name: string): Locator {
    return this.bar.getByRole('button', { name })
  }

  /** The texts of the results on the screen, from above. */
  async texts(): Promise<readonly string[]> {
    const shown = await this.rows.evaluateAll((rows) =>
      rows
        .filter((row) => !(row as HTMLElement).hidden)
        .map((row) => ({
          row: Number(row.getAttribute('aria-rowindex')),
          text: row.querySelector('.log-row-text')?.textContent ?? '',
        })),
    )
    return shown.sort((a, b) => a.row - b.row).map(({ text }) => text)
  }

  /** What is painted as a hit in `rows`. */
  hits(rows: Locator): Locator {
    return rows.locator('.search-hit')
  }
}
