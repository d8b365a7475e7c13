import type { Page } from '@playwright/test'

/**
 * The page that one writes in ten minutes: every event becomes markup at the end of the body, and
 * the window scrolls down to it.
 */
const MARKUP = `<!doctype html><meta charset="utf-8"><title>naive</title>
<body style="font: 13px monospace; white-space: pre">
<script>
new EventSource('/').onmessage = (event) => {
  document.body.insertAdjacentHTML('beforeend', '<div>' + event.data + '</div>')
  scrollTo(0, document.body.scrollHeight)
}
</script>`

/** Opens that page for the event stream at `url`. */
export async function openNaivePage(page: Page, url: string): Promise<void> {
  const address = new URL('page.html', url).href
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: MARKUP }),
  )
  await page.goto(address)
}

/** Lines that stand in it. */
export async function naiveLines(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('body > div').length)
}
