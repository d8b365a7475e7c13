import { lineNumber } from '../../../shared/line-number.ts'
import type { Session } from '../../data/session.ts'
import { entryOf } from '../copying/entry-of.ts'
import type { ActiveLine } from './active-line.ts'

/** Text that is loaded of one line, in bytes: more fields than of 1 MiB nobody looks through here. */
const MAX_BYTES = 1024 * 1024

/** Lines of an entry that are shown: the longest stack traces are read to their causes. */
const MAX_LINES = 500

/** The text of an entry as far as it is here, in its raw lines. */
export interface EntryText {
  /** The line that it was asked for: one of the entry's. */
  readonly of: ActiveLine
  /** Number of the first of `lines`. */
  readonly from: number
  readonly lines: readonly string[]
  /** Whether there is more than this. */
  readonly isCut: boolean
}

/** One line whole, as far as it is shown; null when it is gone, or could not be had. */
export async function lineText(
  session: Session,
  of: ActiveLine,
  signal: AbortSignal,
): Promise<EntryText | null> {
  const here = session.getState().selected === of.log ? session.lines.peek(of.line) : undefined
  if (here !== undefined && !here.cut) {
    return { of, from: of.line, lines: [here.text], isCut: false }
  }
  const reader = session.wholeLine(of.log, of.line)
  try {
    do await reader.more()
    while (
      !signal.aborted &&
      reader.get().loading.kind === 'more' &&
      reader.get().loaded < MAX_BYTES
    )
    const { pieces, loading } = reader.get()
    if (loading.kind === 'failed' && pieces.length === 0) return null
    return { of, from: of.line, lines: [pieces.join('')], isCut: loading.kind !== 'whole' }
  } finally {
    reader.close()
  }
}

/** The entry that a line belongs to; the line alone when it could not be told. */
export async function entryText(
  session: Session,
  line: EntryText,
  signal: AbortSignal,
): Promise<EntryText> {
  const { of } = line
  const log = session.getState().server?.logs.find(({ id }) => id === of.log)
  const entry = log && (await entryOf(session, log, of.line, signal))
  if (entry == null || entry.to - entry.from < 2 || signal.aborted) return line
  const to = Math.min(entry.to, entry.from + MAX_LINES)
  const rows = await session.lines.read(entry.from, to, signal)
  const head =
    entry.from === of.line
      ? line
      : await lineText(session, { log: of.log, line: lineNumber(entry.from) }, signal)
  if (rows === null || head === null) return line
  return {
    of,
    from: entry.from,
    lines: [...head.lines, ...rows.slice(1).map(({ text }) => text)],
    isCut: head.isCut || to < entry.to || rows.slice(1).some(({ cut }) => cut),
  }
}
