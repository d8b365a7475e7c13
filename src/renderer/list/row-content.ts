import { type LineText, MAX_DISPLAY_LINE_BYTES, type Mark } from '../../shared/protocol.ts'
import { clipColumns } from './clip-columns.ts'
import { isSelected, type LineSelection } from './line-selection.ts'
import type { ListModel, LogListLabels } from './list-model.ts'
import type { RowContent, RowCut, RowMark } from './row.ts'

/** What decides how the rows of numbered lines look. */
export interface RowFacts {
  readonly model: ListModel
  readonly marks: ReadonlyMap<number, readonly Mark[]>
  readonly selection: LineSelection | null
  /** The line that was gone to just now. */
  readonly found: number | null
  readonly labels: LogListLabels
  /** Characters of a line that are drawn. */
  readonly columns: number
}

/** The row of a numbered line, or of the unfinished line when `line` is the end of the log. */
export function rowContent(
  line: number,
  text: LineText | undefined,
  { model, marks, selection, found, labels, columns }: RowFacts,
): RowContent {
  const partial = line >= model.end
  return {
    number: line,
    ...(partial
      ? { text: clipColumns(model.partial ?? '', columns), cut: null }
      : textContent(text, columns, labels, true)),
    partial,
    active: selection?.active === line,
    selected: isSelected(selection, line),
    found: found === line,
    mark: markAt(line, model, marks, labels),
  }
}

/** The row of a line whose number is not known yet. */
export function unnumberedContent(
  text: LineText | undefined,
  { labels, columns }: Pick<RowFacts, 'labels' | 'columns'>,
): RowContent {
  return {
    number: null,
    ...textContent(text, columns, labels, false),
    partial: false,
    active: false,
    selected: false,
    found: false,
    mark: null,
  }
}

function textContent(
  line: LineText | undefined,
  columns: number,
  labels: LogListLabels,
  canOpen: boolean,
): Pick<RowContent, 'text' | 'cut'> {
  if (line === undefined) return { text: null, cut: null }
  return {
    text: clipColumns(line.text, columns),
    cut: line.cut ? cutOf(line.bytes, labels, canOpen) : null,
  }
}

/** Only a line with a number can be asked for as a whole. */
function cutOf(bytes: number, labels: LogListLabels, canOpen: boolean): RowCut {
  // The server cuts there, or up to three bytes before it to keep a character whole.
  const hidden = Math.max(bytes - MAX_DISPLAY_LINE_BYTES, 1)
  return { label: labels.cut(hidden), action: canOpen ? labels.openCut(hidden) : null }
}

/** A mark stands above its line; one that has no line yet stands below the last one. */
function markAt(
  line: number,
  { end, partial }: ListModel,
  marks: RowFacts['marks'],
  labels: LogListLabels,
): RowContent['mark'] {
  const divider = (found: readonly Mark[], edge: RowMark['edge']): RowMark => ({
    label: found.map((mark) => labels.mark(mark)).join(' · '),
    edge,
    loss: found.some(({ kind }) => kind === 'gap'),
  })
  const above = marks.get(line)
  if (above !== undefined) return divider(above, 'top')
  const below = line === end - 1 && partial === null ? marks.get(end) : undefined
  return below === undefined ? null : divider(below, 'bottom')
}
