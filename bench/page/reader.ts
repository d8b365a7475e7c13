import { expect, type Locator, type Page } from '@playwright/test'
import type { BenchPage } from './browser.ts'
import { pressUntilShown } from './until-shown.ts'

/** Rastro's page, used by keys and by the names that its controls have in English. */
export interface Reader {
  readonly page: Page
  heapBytes(): Promise<number>
  /** Resolves when the page tells this many lines, and its end is on the screen. */
  untilLines(lines: number): Promise<void>
  /** The largest number of a line on the screen, counted from 1. */
  lastNumber(): Promise<number>
  /** Goes to a line, counted from 1; milliseconds from the key to the frame that shows it. */
  goTo(line: number): Promise<number>
  /** Types one more key behind `before` in the search field; milliseconds until the results show hits of it. */
  typeInSearch(key: string, before: string): Promise<number>
  leaveSearch(): Promise<void>
  /** Shows only the lines with this text; milliseconds until its rows are shown. */
  addFilter(text: string): Promise<number>
  /** Takes the filter away again. */
  removeFilter(): Promise<void>
  /** Switches that filter off or on; milliseconds until its rows, or all, are shown. */
  toggleFilter(): Promise<number>
}

/** As long as the index of a GiB may take. */
const PATIENCE_MS = 60_000

const LINE_TEXT = 'main .log-row-text'

const ALL_LINES = { selector: LINE_TEXT, has: '', numbers: 'all' } as const

/** Whole entries are shown: one of their lines has the text, and other lines are left out. */
function filteredBy(text: string) {
  return { selector: LINE_TEXT, has: text, numbers: 'some' } as const
}

/** Opens the page of a server and presses Read Logs. */
export async function openReader({ page, heapBytes }: BenchPage, url: string): Promise<Reader> {
  await page.goto(url)
  const toolbar = page.getByRole('toolbar', { name: 'Tools' })
  await toolbar.getByRole('button', { name: 'Read Logs', exact: true }).click()
  const grid: Locator = page.getByRole('main').getByRole('grid').first()
  await expect(grid).toBeVisible()
  let filtered = { text: '', on: false }
  return {
    page,
    heapBytes,
    async untilLines(lines) {
      const words = new RegExp(`(^|\\D)${lines.toLocaleString('en-US')} line`)
      await expect(page.getByRole('contentinfo')).toContainText(words, { timeout: PATIENCE_MS })
    },
    async lastNumber() {
      const indexes = await grid
        .getByRole('row')
        .evaluateAll((rows) =>
          rows
            .filter((row) => !(row as HTMLElement).hidden)
            .map((row) => Number(row.getAttribute('aria-rowindex'))),
        )
      return Math.max(...indexes)
    },
    async goTo(line) {
      await page.keyboard.press('Control+g')
      await page.getByRole('dialog').getByRole('textbox').fill(String(line))
      // Its text, and not only the number of a line that is still on its way.
      const selector = `main [role="grid"] [role="row"][aria-rowindex="${line}"] .log-row-text`
      const ms = await pressUntilShown(page, 'Enter', { selector, has: '' })
      await expect(page.getByRole('dialog')).toBeHidden()
      return ms
    },
    async typeInSearch(key, before) {
      if (before === '') {
        await page.keyboard.press('Control+f')
        const field = page.getByRole('textbox', { name: 'Search the log' })
        await expect(field).toBeFocused()
        // What was typed before it was left is still there.
        await field.fill('')
      }
      // The list of results is named by what was searched for.
      const results = `#search-results [role="grid"][aria-label="Lines with ${before}${key}"]`
      return pressUntilShown(page, key, { selector: `${results} .log-row-text`, has: '' })
    },
    async leaveSearch() {
      await page.getByRole('button', { name: 'Close the search' }).first().click()
      await expect(page.locator('#search-results')).toBeHidden()
    },
    async addFilter(text) {
      const field = page.getByRole('textbox', { name: 'Add a filter' })
      await field.fill(text)
      const ms = await pressUntilShown(page, 'Enter', filteredBy(text))
      const chip = page.getByRole('grid', { name: 'Filters of this log' }).getByRole('row')
      await expect(chip).toHaveCount(1)
      await chip.focus()
      filtered = { text, on: true }
      return ms
    },
    async removeFilter() {
      await page.keyboard.press('Delete')
      const chips = page.getByRole('grid', { name: 'Filters of this log' })
      await expect(chips).toBeHidden()
    },
    async toggleFilter() {
      const { text, on } = filtered
      filtered = { text, on: !on }
      return pressUntilShown(page, 'Enter', on ? ALL_LINES : filteredBy(text))
    },
  }
}
