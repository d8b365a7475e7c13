import type { LogState } from '../../../shared/protocol.ts'
import type { ViewId } from '../../../shared/views.ts'
import type { Row } from '../../data/row-source.ts'
import type { Session } from '../../data/session.ts'
import type { LineFinder, NumberedLine } from './find-line.ts'
import { untilSearched } from './until-searched.ts'

/** Matches of one step of a search, on either side of those that were looked at before. */
const STEP_ROWS = 1000

/** Matches that are looked at in all: a text that stands in more lines than this tells none of them. */
const MAX_ROWS = 20_000

/** Looks for lines in an open log; ends when `signal` is aborted. */
export function createLogFinder(
  session: Session,
  { id, first, end }: LogState,
  signal: AbortSignal,
): LineFinder {
  return {
    async read(from, to) {
      const start = Math.max(from, first)
      const stop = Math.min(to, end)
      if (start >= stop) return []
      const rows = session.logRows(id)
      try {
        return numbered(await rows.read(start, stop, signal))
      } finally {
        rows.close()
      }
    },
    async *search(text, line) {
      const term = { kind: 'text', pattern: text, matchCase: true, wholeWord: false } as const
      const answer = await session.openView(id, {
        query: { all: [term], any: [], none: [], entries: false },
      })
      if (answer.kind === 'refused') return
      try {
        yield* matches(session, id, answer.view.id, line, signal)
      } finally {
        session.closeView(id, answer.view.id)
      }
    },
  }
}

/** The rows of a view from the one at `line` outwards. */
async function* matches(
  session: Session,
  log: string,
  view: ViewId,
  line: number,
  signal: AbortSignal,
): AsyncGenerator<readonly NumberedLine[], void> {
  const searched = await untilSearched(session, view, signal)
  if (searched === null) return
  const place = await session.viewPlace(log, view, line, signal)
  if (place.kind === 'refused') return
  const rows = session.viewRows(log, view)
  const { first, end } = searched
  try {
    let from: number = place.value.row
    let to = from
    while (to - from < MAX_ROWS && (from > first || to < end)) {
      const below = await rows.read(to, Math.min(end, to + STEP_ROWS), signal)
      const above = await rows.read(Math.max(first, from - STEP_ROWS), from, signal)
      if (below === null || above === null) return
      to += below.length
      from -= above.length
      yield [...(numbered(above) ?? []), ...(numbered(below) ?? [])]
    }
  } finally {
    rows.close()
  }
}

function numbered(rows: readonly Row[] | null): readonly NumberedLine[] | null {
  if (rows === null) return null
  return rows.flatMap(({ line, text, bytes }) => (line === null ? [] : [{ line, text, bytes }]))
}
