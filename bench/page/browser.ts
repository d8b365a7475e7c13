import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { chromiumArgs } from '../../scripts/chromium-args.ts'
import { findChromium } from '../../scripts/find-chromium.ts'

/** A page in a real Chromium, and what it takes. */
export interface BenchPage {
  readonly page: Page
  /** Bytes that the page's scripts hold, once what is garbage was collected. */
  heapBytes(): Promise<number>
  close(): Promise<void>
}

/** How large the window is: a screen of 1080 lines without the browser's own rows. */
const VIEWPORT = { width: 1600, height: 900 }

/** Opens an empty page. Throws a sentence where no Chromium is installed. */
export async function openBenchPage(): Promise<BenchPage> {
  const found = await findChromium()
  if (found === null) throw new Error('No Chromium was found: install one for this suite.')
  const browser: Browser = await chromium.launch({
    executablePath: found.path,
    args: chromiumArgs(),
  })
  const page = await browser.newPage({ viewport: VIEWPORT, locale: 'en-US' })
  const devtools: CDPSession = await page.context().newCDPSession(page)
  return {
    page,
    async heapBytes() {
      await devtools.send('HeapProfiler.collectGarbage')
      const { usedSize } = await devtools.send('Runtime.getHeapUsage')
      return usedSize
    },
    close: () => browser.close(),
  }
}
