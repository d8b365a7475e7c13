import type { Page } from '@playwright/test'

/** As in browsers that cannot ask for a file: what is saved becomes a download. */
export async function withoutPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined })
  })
}

/**
 * As in browsers that can: the user chooses a file of the browser's own storage. While
 * `window.holdWrites` is set, the disk takes nothing.
 */
export async function withPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
      const folder = await navigator.storage.getDirectory()
      const handle = await folder.getFileHandle(suggestedName, { create: true })
      const file = await handle.createWritable()
      const isHeld = () => 'holdWrites' in window && window.holdWrites === true
      const write = async (piece: BufferSource) => {
        while (isHeld()) await new Promise((resolve) => setTimeout(resolve, 20))
        await file.write(piece)
      }
      const abort = () => file.abort()
      return { createWritable: async () => ({ write, abort, close: () => file.close() }) }
    }
    Object.defineProperty(window, 'showSaveFilePicker', { value: showSaveFilePicker })
  })
}

/** Lets the disk take nothing from now on, or again. */
export function hold(page: Page, isHeld: boolean): Promise<void> {
  return page.evaluate((value) => {
    Object.assign(window, { holdWrites: value })
  }, isHeld)
}
