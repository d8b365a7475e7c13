import { useEffect, useState } from 'react'
import type { Session } from '../../data/session.ts'
import { usePage } from '../page/page-context.ts'
import type { ActiveLine } from './active-line.ts'

/** Text that is loaded of one line, in bytes: more fields than of 1 MiB nobody looks through here. */
const MAX_BYTES = 1024 * 1024

/** How long a line is active before it is asked for, in ms: a key that is held down passes 30 in a second. */
const ASK_AFTER_MS = 80

/** The text of a line as far as it is here. */
export interface LineText {
  readonly of: ActiveLine
  readonly raw: string
  /** Whether there is more than this. */
  readonly isCut: boolean
}

/** The text of a line, or of the one before while it is on its way; null when there is none. */
export function useLineText(active: ActiveLine | null): LineText | null {
  const { session } = usePage()
  const [text, setText] = useState<LineText | null>(null)
  useEffect(() => {
    if (active === null) {
      setText(null)
      return
    }
    const here = session.lines.peek(active.line)
    if (here !== undefined && !here.cut && session.getState().selected === active.log) {
      setText({ of: active, raw: here.text, isCut: false })
      return
    }
    const asked = new AbortController()
    const timer = setTimeout(() => void load(session, active, asked.signal, setText), ASK_AFTER_MS)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [session, active])
  return text
}

async function load(
  session: Session,
  of: ActiveLine,
  signal: AbortSignal,
  show: (text: LineText | null) => void,
): Promise<void> {
  const reader = session.wholeLine(of.log, of.line)
  signal.addEventListener('abort', () => reader.close())
  do await reader.more()
  while (!signal.aborted && reader.get().loading.kind === 'more' && reader.get().loaded < MAX_BYTES)
  if (signal.aborted) return
  const { pieces, loading } = reader.get()
  reader.close()
  // A line that is gone, or could not be had: there is nothing to show of it.
  if (loading.kind === 'failed' && pieces.length === 0) show(null)
  else show({ of, raw: pieces.join(''), isCut: loading.kind !== 'whole' })
}
