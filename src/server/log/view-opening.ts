import { assertNever } from '../../shared/assert-never.ts'
import type { RowNumber } from '../../shared/row-number.ts'
import type { OpeningRequest, ViewOpening } from '../../shared/views.ts'
import type { LogViews } from './log-views.ts'
import type { LogView } from './view.ts'

/**
 * How long the answer waits for the rows, in ms: the first part of a search takes half a ms, so
 * most rows are there; and who types on waits for no more than that.
 */
const PATIENCE_MS = 40

/**
 * How long the search rests then, in ms: a scan has all cores to itself, and a page on the same
 * machine drew the rows two to four times later beside it (2 cores, 1 GiB).
 */
const DRAWING_MS = 80

/**
 * And at first, in ms: its first part, which one core has scanned within a ms, nearly always has what
 * is wanted, and while all cores scan on its answer comes late.
 */
const FIRST_PART_MS = 8

type Place = OpeningRequest['at']

/**
 * The rows that are wanted along with a view that was just opened. Waits a moment for the search to
 * find them, in which the log's other searches rest; then answers the first rows that there are, maybe
 * none, and lets them be drawn.
 */
export async function viewOpening(
  views: LogViews,
  view: LogView,
  { at, rows }: OpeningRequest,
): Promise<ViewOpening> {
  for (const other of views.list()) other.rest(PATIENCE_MS + DRAWING_MS)
  view.rest(FIRST_PART_MS)
  const row = await untilKnown(views, view, () => rowAt(view, at))
  const { first, end } = view.state()
  if (end > first) view.rest(DRAWING_MS)
  const before = row === null ? 0 : rowsBefore(at, rows)
  const window = await view.around(Math.min(row ?? first, end), rows, before)
  const isLine = at.kind === 'line'
  return { line: isLine ? at.line : null, row: isLine ? row : null, window }
}

/** Asks again after each change of the view, until there is an answer or patience ends. */
async function untilKnown(
  views: LogViews,
  view: LogView,
  ask: () => Promise<RowNumber | null>,
): Promise<RowNumber | null> {
  let isOver = false
  let hasChanged = false
  let wake = (): void => undefined
  const note = (): void => {
    hasChanged = true
    wake()
  }
  const forget = views.onChange((change) => {
    if (change.view === view.id) note()
  })
  const timer = setTimeout(() => {
    isOver = true
    note()
  }, PATIENCE_MS)
  try {
    let known = await ask()
    while (known === null && !isOver) {
      if (!hasChanged) await new Promise<void>((resolve) => (wake = resolve))
      hasChanged = false
      known = await ask()
    }
    return known
  } finally {
    clearTimeout(timer)
    forget()
  }
}

/** The row that is wanted; null while what is still to be looked at may have it. */
async function rowAt(view: LogView, at: Place): Promise<RowNumber | null> {
  const { first, end, phase } = view.state()
  const isScanning = phase.kind === 'scanning'
  switch (at.kind) {
    case 'start':
      return end > first || !isScanning ? first : null
    case 'end':
      return isScanning ? null : end
    case 'line': {
      const place = await view.place(at.line)
      return place.row < place.end || !isScanning ? place.row : null
    }
    default:
      return assertNever(at, 'place of an opening')
  }
}

/** How many of the rows stand before the one that is wanted. */
function rowsBefore({ kind }: Place, rows: number): number {
  if (kind === 'start') return 0
  return kind === 'end' ? rows : Math.floor(rows / 2)
}
