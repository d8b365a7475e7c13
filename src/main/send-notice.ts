import type { WebContents } from 'electron'
import type { Notices } from '../shared/bridge.ts'

/** Tells the page something; a page that is gone is not told. */
export function sendNotice<K extends keyof Notices>(
  contents: WebContents | null,
  channel: K,
  notice: Notices[K],
): void {
  if (contents !== null && !contents.isDestroyed()) contents.send(channel, notice)
}
