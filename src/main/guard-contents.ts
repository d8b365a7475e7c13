import type { WebContents } from 'electron'
import { isOwnAddress } from './is-own-address.ts'

/** What a guard needs to know: whose addresses are ours, and where a foreign one goes. */
export interface ContentsGuard {
  origin(): string
  /** Asks the user whether to open a link in the browser. */
  offerOutside(address: string): void
}

/**
 * Keeps contents where they are: no navigation or redirect to another origin in any frame, no second
 * window, no webview. A link of the top frame that leads outside is offered to the system's browser.
 */
export function guardContents(contents: WebContents, guard: ContentsGuard): void {
  contents.on('will-navigate', (details) => {
    if (isOwnAddress(details.url, guard.origin())) return
    details.preventDefault()
    guard.offerOutside(details.url)
  })
  contents.on('will-frame-navigate', (details) => {
    if (!isOwnAddress(details.url, guard.origin())) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!isOwnAddress(details.url, guard.origin())) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (!isOwnAddress(url, guard.origin())) guard.offerOutside(url)
    return { action: 'deny' }
  })
}
