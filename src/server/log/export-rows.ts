import { rowNumber } from '../../shared/row-number.ts'
import type { ViewId, ViewRow } from '../../shared/views.ts'
import { ExportFailed } from './export-failed.ts'
import { EXPORT_PIECE_LINES, type ExportBounds, exportLines } from './export-lines.ts'
import { exportNumbered } from './export-numbered.ts'
import type { ExportPiece } from './export-piece.ts'
import { type ExportSource, waitAWhile } from './export-source.ts'
import type { LogView } from './view.ts'

/** Which rows of a view: `[from, to)`, all from the first one and to the end where null. */
export interface ExportRowsRange {
  readonly view: ViewId
  readonly from: number | null
  readonly to: number | null
  /** Whether the numbers of the lines are wanted: then they are waited for. */
  readonly numbers: boolean
}

/**
 * The rows of a view as they are once it has looked at the whole log; where its rows are the heads of
 * entries, the whole entries. Rejects with ExportFailed when
 * it cannot, or when its lines go away.
 */
export async function* exportRows(
  source: ExportSource,
  { view: id, from, to, numbers }: ExportRowsRange,
  bounds: ExportBounds,
  signal: AbortSignal,
): AsyncGenerator<ExportPiece, void> {
  const view = viewOf(source, id)
  const asHeads = view.state().query.heads === true
  let row = from ?? Number(view.state().first)
  let end = to
  while (end === null || row < end) {
    const state = openState(source, view)
    if (row < state.first) throw gone()
    if (end === null) {
      if (state.phase.kind === 'failed') {
        throw new ExportFailed('view', 'The search ended before it had looked at the whole log.')
      }
      // What comes later is not waited for.
      if (state.phase.kind === 'current') end = state.end
    }
    const until = Math.min(end ?? state.end, state.end, row + EXPORT_PIECE_LINES)
    if (row >= until) {
      if (state.phase.kind !== 'scanning') return
      await waitAWhile(signal)
      continue
    }
    const read = await view.rows(rowNumber(row), rowNumber(until), bounds)
    const rows = beforeUnknown(read, numbers || asHeads)
    if (read.length === 0) throwUnlessMoved(view, row)
    else if (rows.length === 0) await waitAWhile(signal)
    else if (!asHeads) yield* exportNumbered(source, rows, signal)
    else for (const range of entriesOf(rows)) yield* exportLines(source, range, bounds, signal)
    row += rows.length
  }
}

/** The rows before the first one whose number is needed and not known yet: parts are read by it. */
function beforeUnknown(rows: readonly ViewRow[], numbers: boolean): readonly ViewRow[] {
  const unknown = rows.findIndex(({ line, cut }) => line === null && (numbers || cut))
  return unknown === -1 ? rows : rows.slice(0, unknown)
}

/** The lines of the entries with these heads; those that touch are one range. */
function entriesOf(heads: readonly ViewRow[]): readonly { readonly from: number; to: number }[] {
  const ranges: { readonly from: number; to: number }[] = []
  for (const { line, entryLines = 1 } of heads) {
    if (line === null) continue
    const last = ranges.at(-1)
    if (last?.to === line) last.to += entryLines
    else ranges.push({ from: line, to: line + entryLines })
  }
  return ranges
}

function viewOf(source: ExportSource, id: ViewId): LogView {
  const view = source.views.get(id)
  if (view === undefined) throw closed()
  return view
}

/** Asked for by its id each time: a view that is being saved is in use, and may have been closed. */
function openState(source: ExportSource, view: LogView): ReturnType<LogView['state']> {
  if (viewOf(source, view.id) !== view) throw closed()
  return view.state()
}

/** A row that is counted and cannot be read is lost; the last entry's rows may have been taken back. */
function throwUnlessMoved(view: LogView, row: number): void {
  const { end, phase } = view.state()
  if (phase.kind === 'failed') throw new ExportFailed('view', 'The view failed while it was saved.')
  if (row < end) throw gone()
}

function gone(): ExportFailed {
  return new ExportFailed('changed', 'The file does not hold the rows any more that it had.')
}

function closed(): ExportFailed {
  return new ExportFailed('view', 'The view was closed.')
}
