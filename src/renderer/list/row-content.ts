import type { LineText, Mark } from '../../shared/protocol.ts'
import { clipColumns } from './clip-columns.ts'
import { isSelected, type LineSelection } from './line-selection.ts'
import type { ListModel, LogListLabels } from './list-model.ts'
import type { RowContent, RowMark } from './row.ts'

/** What decides how the rows of numbered lines look. */
export interface RowFacts {
  readonly model: ListModel
  readonly marks: ReadonlyMap<number, readonly Mark[]>
  readonly selection: LineSelection | null
  readonly labels: LogListLabels
  /** Characters of a line that are drawn. */
  readonly columns: number
}

/** The row of a numbered line, or of the unfinished line when `line` is the end of the log. */
export function rowContent(
  line: number,
  text: LineText | undefined,
  { model, marks, selection, labels, columns }: RowFacts,
): RowContent {
  const partial = line >= model.end
  return {
    number: line,
    ...(partial
      ? { text: clipColumns(model.partial ?? '', columns), cutLabel: null }
      : textContent(text, labels, columns)),
    partial,
    active: selection?.active === line,
    selected: isSelected(selection, line),
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
    ...textContent(text, labels, columns),
    partial: false,
    active: false,
    selected: false,
    mark: null,
  }
}

function textContent(
  line: LineText | undefined,
  labels: LogListLabels,
  columns: number,
): Pick<RowContent, 'text' | 'cutLabel'> {
  if (line === undefined) return { text: null, cutLabel: null }
  // The label stands at the end of the text: it comes with the last of it.
  const isWhole = line.text.length <= columns
  return {
    text: clipColumns(line.text, columns),
    cutLabel: isWhole && line.cut ? labels.cut(line.bytes) : null,
  }
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
