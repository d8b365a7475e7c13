import type { LogId, Mark } from '../../shared/protocol.ts'
import type { ViewId } from '../../shared/views.ts'
import type { Fold } from '../data/page-state.ts'

/** What the list shows of a log. */
export interface ListModel {
  /** Null shows nothing. */
  readonly log: LogId | null
  /** The view whose rows are shown; null for the lines of the log. */
  readonly view: ViewId | null
  /** How entries are folded in them. */
  readonly fold: Fold | null
  /** Another key redraws every line: the same bytes read differently. */
  readonly encodingKey: string
  /** Another one is another server: what stood at a number may stand at another one now. */
  readonly instance: string
  /** `[first, end)`: the rows that can be shown. */
  readonly first: number
  readonly end: number
  /** Where the rows below the folded entries end; the same as `end` where nothing is folded. */
  readonly endBelow: number
  /** Where the log's lines are thought to end once it is indexed: the numbers get the room of that one. */
  readonly expectedEnd: number
  readonly follow: boolean
  /** The end is to be followed once it is known: a search has not looked at everything yet. */
  readonly searching: boolean
  /** Nothing on the screen moves by itself; `end`, `marks` and `partial` are those of the pause. */
  readonly paused: boolean
  /** The end is that of the moment of the pause; else these rows came after it. */
  readonly frozen: boolean
  /** Line numbers are not known yet at the end of the log: it is shown without them. */
  readonly indexing: boolean
  readonly marks: readonly Mark[]
  /** The unfinished last line. */
  readonly partial: string | null
}

export const EMPTY_LIST: ListModel = {
  log: null,
  view: null,
  fold: null,
  encodingKey: '',
  instance: '',
  first: 0,
  end: 0,
  endBelow: 0,
  expectedEnd: 0,
  follow: true,
  searching: false,
  paused: false,
  frozen: false,
  indexing: false,
  marks: [],
  partial: null,
}

/** Whether every line of the log is a row: row N is line N. */
export function hasEveryLine({ view, fold }: Pick<ListModel, 'view' | 'fold'>): boolean {
  return view === null && fold === null
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
  /** Behind the first line of an entry: how many more lines it has, and whether they are shown; short. */
  entry(more: number, open: boolean): string
  /** Name of what folds or unfolds it. */
  toggleEntry(more: number, open: boolean): string
  /** What a click with this key held does to an address. */
  openLink(keyName: string): string
  /** Heads of the columns for the line numbers and the text, where there are more columns. */
  readonly number: string
  readonly text: string
}
