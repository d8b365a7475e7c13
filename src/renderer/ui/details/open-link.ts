import type { Page } from '../page/page-context.ts'

/**
 * Opens an address of a log outside: in the app main refuses the window and asks by itself whether to
 * give the address to the system's browser; in a browser the page asks first.
 */
export function openLink({ bridge, dialogs }: Page, href: string): void {
  if (bridge === undefined) dialogs.set({ kind: 'open-link', href })
  else followLink(href)
}

/** Opens an address without a way back to this page. */
export function followLink(href: string): void {
  window.open(href, '_blank', 'noopener,noreferrer')
}
