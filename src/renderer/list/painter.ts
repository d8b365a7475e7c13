import type { Level } from '../../shared/level.ts'

/** A part of a line that looks different: `[from, to)` in UTF-16 units of the text that is drawn. */
export interface Paint {
  readonly from: number
  readonly to: number
  /** Class of its element; what it looks like stands in a style sheet. */
  readonly className: string
}

/** A line as painters see it: without escape sequences, and clipped to what is drawn. */
export interface PaintedLine {
  readonly text: string
  readonly level: Level
  /** Whether the log colours it itself: then calm painters leave it alone. */
  readonly coloured: boolean
}

/**
 * Finds what looks different in a line. Pure and fast: it runs for every row that comes onto the
 * screen (at most 0.1 ms for a line of 400 characters). Paints may overlap: later ones win.
 */
export interface Painter {
  /** Another key redraws every row: a painter that paints otherwise has another key. */
  readonly key: string
  paint(line: PaintedLine): readonly Paint[]
}

/**
 * What is drawn of a line instead of its own text, before painters see it. Pure and as fast as a painter;
 * copying still gives the line's own text.
 */
export interface TextView {
  /** Another key redraws every row. */
  readonly key: string
  textOf(text: string): string
}

/** What stands beside a row, by its line number: a bookmark, a label. */
export interface RowNote {
  /** Class of the gutter's sign. */
  readonly className: string
  /** For the tooltip and for a screen reader. */
  readonly label: string
}

/** Signs in the gutter. */
export interface Gutter {
  /** Another key redraws every row. */
  readonly key: string
  noteOf(line: number): RowNote | null
}

/** A column between the line numbers and the text. */
export interface Column {
  readonly id: string
  readonly label: string
  /** Width in characters of the list's face. */
  readonly columns: number
  /** What stands in it; the empty string for nothing. `before` is the text of the row above, where it is here. */
  textOf(row: ColumnRow, before: ColumnRow | null): string
}

export interface ColumnRow {
  readonly line: number | null
  readonly text: string
}
