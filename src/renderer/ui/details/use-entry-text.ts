import { useEffect, useState } from 'react'
import { usePage } from '../page/page-context.ts'
import type { ActiveLine } from './active-line.ts'
import { type EntryText, entryText, lineText } from './entry-text.ts'

/** How long a line is active before its entry is looked for, in ms: a held key passes 30 lines a second. */
const ASK_AFTER_MS = 120

/**
 * The entry of a line: the line itself at once where it is here, and the lines around it a moment
 * later. Null when there is none.
 */
export function useEntryText(active: ActiveLine | null): EntryText | null {
  const { session } = usePage()
  const [text, setText] = useState<EntryText | null>(null)
  useEffect(() => {
    const asked = new AbortController()
    const { signal } = asked
    const show = (next: EntryText | null) => {
      if (!signal.aborted) setText(next)
    }
    if (active === null) show(null)
    const here = active && session.lines.peek(active.line)
    if (active !== null && here != null && !here.cut) {
      show({ of: active, from: active.line, lines: [here.text], isCut: false })
    }
    const timer = setTimeout(async () => {
      const line = active && (await lineText(session, active, signal))
      show(line)
      if (line !== null && !signal.aborted) show(await entryText(session, line, signal))
    }, ASK_AFTER_MS)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [session, active])
  return text
}
