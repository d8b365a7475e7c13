import type { LineNumber } from '../../shared/line-number.ts'
import type { RowSource } from '../data/row-source.ts'
import type { Links } from './links.ts'
import type { LogListLabels } from './list-model.ts'

/** What a list shows at first, and whom it tells what its user does. */
export interface LogListOptions {
  readonly rows: RowSource
  readonly labels: LogListLabels
  /** The user left the end or came back to it. */
  onFollowChange(follow: boolean): void
  onActiveLine?(line: LineNumber | null): void
  /** The user clicked a line, or pressed Enter on it. Without it Enter is the page's. */
  onChooseLine?(line: LineNumber): void
  /** The user wants to see the whole of a line. */
  onOpenLine?(line: LineNumber): void
  /** The user folds or unfolds the entry that begins with a line. */
  onToggleEntry?(line: LineNumber): void
  /** What is done with addresses; without it they are text. */
  readonly links?: Links
  /** The user copies the selected rows. Without it the list copies what it shows of them. */
  onCopy?(): void
}
