import { MAX_DISPLAY_LINE_BYTES, type Mark } from '../../shared/protocol.ts'
import type { Row, RowEntry } from '../data/row-source.ts'
import { clipColumns } from './clip-columns.ts'
import { isSelected, type LineSelection } from './line-selection.ts'
import { hasEveryLine, type ListModel, type LogListLabels } from './list-model.ts'
import type { Look } from './look.ts'
import type { Column, ColumnRow, Painter, RowNote } from './painter.ts'

/** A divider at a row: `loss` when lines are missing there. */
export interface RowMark {
  readonly label: string
  readonly edge: 'top' | 'bottom'
  readonly loss: boolean
}

/** Stands after a text that is only the beginning of its line. */
export interface RowCut {
  readonly label: string
  /** What pressing it does; null where it does nothing. */
  readonly action: string | null
}

/** Stands after the first line of an entry that folds. */
export interface RowBadge {
  readonly label: string
  /** What pressing it does. */
  readonly action: string
  /** Whether the other lines of the entry are shown. */
  readonly open: boolean
}

/** What one row shows. */
export interface RowContent {
  /** Its place among the rows; null while that is not known. */
  readonly row: number | null
  /** The line's number, counted from 0; null while the index does not know it. */
  readonly number: number | null
  /** Null while it is on its way. */
  readonly text: string | null
  /** Whether `text` is all of its line. */
  readonly whole: boolean
  readonly cut: RowCut | null
  /** The unfinished last line. */
  readonly partial: boolean
  readonly active: boolean
  readonly selected: boolean
  /** Was gone to just now: marked until the eye has found it. */
  readonly found: boolean
  /** What happened above this line, or below it when it is the last one. */
  readonly mark: RowMark | null
  /** The sign beside its number. */
  readonly note: RowNote | null
  readonly badge: RowBadge | null
  readonly painter: Painter | null
  /** What stands in the columns between number and text. */
  readonly fields: readonly string[]
}

/** What decides how rows look. */
export interface RowFacts extends Look {
  readonly model: ListModel
  readonly marks: ReadonlyMap<number, readonly Mark[]>
  readonly selection: LineSelection | null
  /** The line that was gone to just now. */
  readonly found: number | null
  /** Characters of a line that are drawn. */
  readonly clip: number
}

/**
 * The row at place `row`, or that of the unfinished line when that is the end of a log. `before` is
 * the row above it.
 */
export function rowContent(
  row: number,
  content: Row | undefined,
  before: Row | undefined,
  facts: RowFacts,
): RowContent {
  const { model, selection, found, clip, gutter } = facts
  const partial = row >= model.end && model.partial !== null
  const line = hasEveryLine(model) ? row : (content?.line ?? null)
  return {
    row,
    number: line,
    ...(partial
      ? { text: clipColumns(model.partial ?? '', clip), whole: false, cut: null }
      : textContent(content, facts, line !== null)),
    partial,
    active: selection?.active === row,
    selected: isSelected(selection, row),
    found: found === row,
    mark: markAt(row, line, before?.line ?? null, facts),
    note: line === null ? null : (gutter?.noteOf(line) ?? null),
    painter: facts.painter,
    badge: partial ? null : badgeOf(content?.entry, facts.labels),
    fields: partial ? facts.columns.map(() => '') : fieldsOf(facts.columns, content, before),
  }
}

/** The row of a line whose number is not known yet. */
export function unnumberedContent(
  content: Row | undefined,
  before: Row | undefined,
  facts: Pick<RowFacts, 'labels' | 'clip' | 'painter' | 'textView' | 'columns'>,
): RowContent {
  return {
    row: null,
    number: null,
    ...textContent(content, facts, false),
    partial: false,
    active: false,
    selected: false,
    found: false,
    mark: null,
    note: null,
    painter: facts.painter,
    badge: null,
    fields: fieldsOf(facts.columns, content, before),
  }
}

function badgeOf(entry: RowEntry | undefined, labels: LogListLabels): RowBadge | null {
  if (entry === undefined) return null
  const { more, open } = entry
  return { label: labels.entry(more, open), action: labels.toggleEntry(more, open), open }
}

function fieldsOf(
  columns: readonly Column[],
  row: ColumnRow | undefined,
  before: ColumnRow | undefined,
): readonly string[] {
  return columns.map((column) => (row === undefined ? '' : column.textOf(row, before ?? null)))
}

function textContent(
  row: Row | undefined,
  { clip, labels, textView }: Pick<RowFacts, 'labels' | 'clip' | 'textView'>,
  canOpen: boolean,
): Pick<RowContent, 'text' | 'whole' | 'cut'> {
  if (row === undefined) return { text: null, whole: false, cut: null }
  const text = textView?.textOf(row.text) ?? row.text
  const drawn = clipColumns(text, clip)
  return {
    text: drawn,
    whole: !row.cut && drawn.length === text.length,
    cut: row.cut ? cutOf(row.bytes, labels, canOpen) : null,
  }
}

/** What stands behind a cut line of so many bytes. Only a line with a number can be asked for as a whole. */
export function cutOf(bytes: number, labels: LogListLabels, canOpen: boolean): RowCut {
  // The server cuts there, or up to three bytes before it to keep a character whole.
  const hidden = Math.max(bytes - MAX_DISPLAY_LINE_BYTES, 1)
  return { label: labels.cut(hidden), action: canOpen ? labels.openCut(hidden) : null }
}

/**
 * A mark stands above its line, or above the first row after it; one that has no line yet stands below
 * the last one.
 */
function markAt(
  row: number,
  line: number | null,
  lineBefore: number | null,
  { model, marks, labels }: Pick<RowFacts, 'model' | 'marks' | 'labels'>,
): RowContent['mark'] {
  const divider = (found: readonly Mark[], edge: RowMark['edge']): RowMark => ({
    label: found.map((mark) => labels.mark(mark)).join(' · '),
    edge,
    loss: found.some(({ kind }) => kind === 'gap'),
  })
  if (line === null || marks.size === 0) return null
  const above = marks.get(line)
  if (above !== undefined) return divider(above, 'top')
  if (!hasEveryLine(model)) {
    if (lineBefore === null || line - lineBefore < 2) return null
    const between = [...marks].flatMap(([at, own]) => (at > lineBefore && at < line ? own : []))
    return between.length === 0 ? null : divider(between, 'top')
  }
  const below = row === model.end - 1 && model.partial === null ? marks.get(model.end) : undefined
  return below === undefined ? null : divider(below, 'bottom')
}
