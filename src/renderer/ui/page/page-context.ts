import { createContext, useContext } from 'react'
import type { Bridge } from '../../../shared/bridge.ts'
import type { Folding } from '../../data/folding.ts'
import type { Session } from '../../data/session.ts'
import type { Kept } from '../../kept/kept.ts'
import type { LogList } from '../../list/log-list.ts'
import type { ChosenKeys } from '../commands/chosen-keys.ts'
import type { Commands } from '../commands/create-commands.ts'
import type { ActiveLine } from '../details/active-line.ts'
import type { Columns } from '../details/columns.ts'
import type { Details } from '../details/details.ts'
import type { FieldColumns } from '../details/field-columns.ts'
import type { Dialogs } from '../dialogs/dialogs.ts'
import type { RecentRemotes } from '../dialogs/recent-remotes.ts'
import type { Elapsed } from '../elapsed/elapsed.ts'
import type { Entries } from '../entries/entries.ts'
import type { Filtering } from '../filters/filtering.ts'
import type { Filters } from '../filters/filters.ts'
import type { LineGoer } from '../go-to/line-goer.ts'
import type { Highlighting } from '../highlight/highlighting.ts'
import type { Painters } from '../highlight/painters.ts'
import type { HistogramControl } from '../histogram/histogram-control.ts'
import type { LogTimes } from '../histogram/log-times.ts'
import type { Marks } from '../marks/create-marks.ts'
import type { Notices } from '../notices/notices.ts'
import type { Preferences } from '../preferences/preferences.ts'
import type { TextLooks } from '../preferences/text-look.ts'
import type { PageSearch } from '../search/page-search.ts'
import type { Panel } from '../sources/panel.ts'
import type { Split } from '../split/split.ts'
import type { AllNews } from '../tabs/news.ts'
import type { ReadingPlaces } from '../tabs/reading-places.ts'
import type { Tabs } from '../tabs/tabs.ts'
import type { Store } from './store.ts'

/** What main.tsx made once, and every component may use. */
export interface Page extends Marks {
  readonly session: Session
  /** Undefined in a browser. */
  readonly bridge: Bridge | undefined
  readonly preferences: Preferences
  /** Size and spacing of the lines' text. */
  readonly textLook: TextLooks
  readonly notices: Notices
  readonly dialogs: Dialogs
  readonly panel: Panel
  /** The open logs in the order of their tabs. */
  readonly tabs: Tabs
  /** Two logs at once. */
  readonly split: Split
  /** Where each log is read. */
  readonly places: ReadingPlaces
  /** What came to the logs that are not looked at. */
  readonly news: AllNews
  readonly recentRemotes: RecentRemotes
  readonly commands: Commands
  /** Every way to a line of the selected log. */
  readonly goer: LineGoer
  /** The list of the selected log's rows on the screen; null while there is none. */
  readonly list: Store<LogList | null>
  /** The keys that the user chose instead of a command's own. */
  readonly chosenKeys: ChosenKeys
  /** What colours the lines, layer by layer. */
  readonly painters: Painters
  readonly highlighting: Highlighting
  /** What stands between the line numbers and the text. */
  readonly columns: Columns
  readonly fieldColumns: FieldColumns
  /** The line that the keyboard is on; null while there is none. */
  readonly activeLine: Store<ActiveLine | null>
  readonly details: Details
  /** What comes back after a restart. */
  readonly kept: Kept
  /** The times of the logs' lines. */
  readonly times: LogTimes
  /** How much later than others lines are. */
  readonly elapsed: Elapsed
  /** The histogram above the lines. */
  readonly histogram: HistogramControl
  /** What is shown of each log. */
  readonly filters: Filters
  /** What stands behind the bar of filters. */
  readonly filtering: Filtering
  readonly search: PageSearch
  /** Which entries are folded. */
  readonly folding: Folding
  /** Folds them, for the user. */
  readonly entries: Entries
}

export const PageContext = createContext<Page | null>(null)

/** The page around this component. Throws outside of it. */
export function usePage(): Page {
  const page = useContext(PageContext)
  if (page === null) throw new Error('usePage needs <PageContext value={page}> around it.')
  return page
}
