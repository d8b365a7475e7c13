import type { LogId, Mark } from '../../shared/protocol.ts'
import type { ViewId } from '../../shared/views.ts'

/** What the list shows of a log. */
export interface ListModel {
  /** Null shows nothing. */
  readonly log: LogId | null
  /** The view whose rows are shown; null where every line of the log is a row: row N is line N. */
  readonly view: ViewId | null
  /** Another key redraws every line: the same bytes read differently. */
  readonly encodingKey: string
  /** Another one is another server: what stood at a number may stand at another one now. */
  readonly instance: string
  /** `[first, end)`: the rows that can be shown. */
  readonly first: number
  readonly end: number
  /** Where the log's lines are thought to end once it is indexed: the numbers get the room of that one. */
  readonly expectedEnd: number
  readonly follow: boolean
  /** Nothing on the screen moves by itself; `end`, `marks` and `partial` are those of the pause. */
  readonly paused: boolean
  /** Line numbers are not known yet at the end of the log: it is shown without them. */
  readonly indexing: boolean
  readonly marks: readonly Mark[]
  /** The unfinished last line. */
  readonly partial: string | null
}

export const EMPTY_LIST: ListModel = {
  log: null,
  view: null,
  encodingKey: '',
  instance: '',
  first: 0,
  end: 0,
  expectedEnd: 0,
  follow: true,
  paused: false,
  indexing: false,
  marks: [],
  partial: null,
}

/** The words of the list in the user's language. */
export interface LogListLabels {
  /** Name of the grid for a screen reader. */
  readonly grid: string
  /** What happened at a mark, short: it stands on a divider. */
  mark(mark: Mark): string
  /** After a line of which only the beginning is shown: how many bytes of it are not, short. */
  cut(hiddenBytes: number): string
  /** Name of what opens the whole line; it contains the words of `cut`. */
  openCut(hiddenBytes: number): string
  /** Heads of the columns for the line numbers and the text, where there are more columns. */
  readonly number: string
  readonly text: string
}
