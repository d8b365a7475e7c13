import type { LogListLabels } from './list-model.ts'
import type { Column, Gutter, Painter, TextView } from './painter.ts'

/** What decides how the rows of a list look beside their lines. */
export interface Look {
  readonly labels: LogListLabels
  /** Null draws the lines as they are. */
  readonly painter: Painter | null
  /** Null draws the text of the lines themselves. */
  readonly textView: TextView | null
  readonly gutter: Gutter | null
  /** Between the line numbers and the text. */
  readonly columns: readonly Column[]
}
