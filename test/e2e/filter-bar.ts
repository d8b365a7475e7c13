import { expect, type Locator, type Page } from '@playwright/test'

/** The bar of filters by its roles and names in either language. */
export class FilterBar {
  readonly page: Page
  readonly region: Locator
  readonly field: Locator
  readonly chips: Locator
  readonly levels: Locator
  readonly words: Locator
  readonly alert: Locator

  constructor(page: Page) {
    this.page = page
    this.region = page.getByRole('region', { name: /^(Filtros|Filters)$/ })
    this.field = this.region.getByRole('textbox', { name: /^(Adicionar filtro|Add a filter)$/ })
    const stack = this.region.getByRole('grid', {
      name: /^(Filtros deste log|Filters of this log)$/,
    })
    this.chips = stack.getByRole('row')
    this.levels = this.region.getByRole('toolbar', { name: /^(Níveis|Levels)$/ })
    this.words = this.region.getByRole('paragraph')
    this.alert = this.region.getByRole('alert')
  }

  /** Adds a filter that does what the button of this name says. */
  async add(mode: string, pattern: string): Promise<void> {
    const choice = this.region.getByRole('radiogroup').first()
    await choice.getByRole('radio', { name: mode, exact: true }).click()
    await this.field.fill(pattern)
    await this.field.press('Enter')
    await expect(this.field).toHaveValue('')
  }

  /** Chooses what is shown of a match, by its words in the menu. */
  async chooseExtent(name: string): Promise<void> {
    await this.button(/^(Como filtrar|How to filter)$/).click()
    await this.page.getByRole('menuitemradio', { name, exact: true }).click()
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }

  /** The filter with this word and pattern. */
  chip(name: string): Locator {
    return this.chips.and(this.region.getByRole('row', { name, exact: true }))
  }

  level(name: string): Locator {
    return this.levels.getByRole('button', { name: new RegExp(`^${name}(:|$)`) })
  }

  button(name: string | RegExp): Locator {
    return this.region.getByRole('button', { name, exact: true })
  }
}
