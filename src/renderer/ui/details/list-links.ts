import type { HeldKeys, Links } from '../../list/links.ts'
import { findLinks } from '../../structure/find-links.ts'
import { isMac } from '../commands/is-mac.ts'
import type { Page } from '../page/page-context.ts'
import { openLink } from './open-link.ts'

/** What the lists of a page do with addresses: with Ctrl, on a Mac with Command, a click opens one. */
export function listLinks(page: Page): Links {
  // Control and a click open a menu on a Mac.
  const mac = isMac(page.bridge)
  return {
    find: findLinks,
    open: (href) => openLink(page, href),
    isHeld: ({ ctrlKey, metaKey }: HeldKeys) => (mac ? metaKey : ctrlKey),
    keyName: mac ? '⌘' : 'Ctrl',
  }
}
