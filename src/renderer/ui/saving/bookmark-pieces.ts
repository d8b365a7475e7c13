import type { ExportFormat } from '../../../shared/export.ts'
import type { LogId } from '../../../shared/protocol.ts'
import type { Session } from '../../data/session.ts'
import type { PlacedBookmark } from '../marks/bookmarks.ts'
import { bookmarkHead, bookmarkText } from './bookmark-text.ts'
import { fetchLines } from './fetch-lines.ts'

/** The bookmarks of a log as a file, each with the whole of its line. Rejects when one cannot be read. */
export async function* bookmarkPieces(
  session: Session,
  log: LogId,
  marks: readonly PlacedBookmark[],
  { format, numbers }: { readonly format: ExportFormat; readonly numbers: boolean },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder()
  const head = bookmarkHead(format, numbers)
  if (head !== '') yield encoder.encode(head)
  for (const mark of marks) {
    const text =
      mark.place === 'sure' ? await lineText(session, log, mark.line, signal) : mark.start
    yield encoder.encode(bookmarkText({ mark, text }, format, numbers))
  }
}

async function lineText(
  session: Session,
  log: LogId,
  line: number,
  signal: AbortSignal,
): Promise<string> {
  const range = { view: null, from: line, to: line + 1 }
  const url = session.exportUrl(log, { format: 'text', numbers: false, ...range })
  const fetched = await fetchLines(url, signal)
  if (fetched.kind === 'refused') throw new Error(`Line ${line} was refused: ${fetched.error}`)
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of fetched.pieces) text += decoder.decode(piece, { stream: true })
  return text.replace(/\n$/, '')
}
