import type { Page } from '../page/page-context.ts'
import { linksOfLine } from './links-of-line.ts'
import { openLink } from './open-link.ts'

/** How long a line that is not here is waited for, in ms: whoever waited longer does something else. */
const WAIT_MS = 10_000

/** Opens the address of the line that the keyboard is on; of several, the one that the user chooses. */
export async function openLineLink(page: Page): Promise<void> {
  const { session, activeLine, dialogs } = page
  const line = activeLine.get()
  if (line === null) return
  const hrefs = await linksOfLine(session, line, AbortSignal.timeout(WAIT_MS))
  const isElsewhere = activeLine.get() !== line || dialogs.get() !== null
  if (hrefs === null || isElsewhere) return
  const [only] = hrefs
  if (only !== undefined && hrefs.length === 1) openLink(page, only)
  else dialogs.set({ kind: 'links', hrefs })
}
