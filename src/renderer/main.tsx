import { createRoot } from 'react-dom/client'
import type { Bridge } from '../shared/bridge.ts'
import { createSession } from './data/create-session.ts'
import { Folding } from './data/folding.ts'
import { createI18n } from './i18n/create-i18n.ts'
import { systemLocale } from './i18n/system-locale.ts'
import { createKept } from './kept/kept.ts'
import { keptNotice } from './kept/kept-notice.ts'
import { openKeptStorage } from './kept/kept-storage.ts'
import type { LogList } from './list/log-list.ts'
import './page.css'
import { createChosenKeys } from './ui/commands/chosen-keys.ts'
import { createCommands } from './ui/commands/create-commands.ts'
import type { ActiveLine } from './ui/details/active-line.ts'
import { createColumns } from './ui/details/columns.ts'
import { createDetails } from './ui/details/details.ts'
import { createFieldColumns } from './ui/details/field-columns.ts'
import { createDialogs } from './ui/dialogs/dialogs.ts'
import { createRecentRemotes } from './ui/dialogs/recent-remotes.ts'
import { createElapsed } from './ui/elapsed/elapsed.ts'
import { createEntries } from './ui/entries/entries.ts'
import { createFiltering } from './ui/filters/filtering.ts'
import { createLineGoer } from './ui/go-to/line-goer.ts'
import { createHighlighting } from './ui/highlight/highlighting.ts'
import { createPainters } from './ui/highlight/painters.ts'
import { createHistogramControl } from './ui/histogram/histogram-control.ts'
import { createLogTimes } from './ui/histogram/log-times.ts'
import { createMarks } from './ui/marks/create-marks.ts'
import { createNotices } from './ui/notices/notices.ts'
import { watchUnexpected } from './ui/notices/watch-unexpected.ts'
import { PageRoot } from './ui/page/page-root.tsx'
import { createStore } from './ui/page/store.ts'
import { applyPreferences, MORE_CONTRAST } from './ui/preferences/apply-preferences.ts'
import { applyTextLook } from './ui/preferences/apply-text-look.ts'
import { openPreferences } from './ui/preferences/preferences.ts'
import { createTextLook } from './ui/preferences/text-look.ts'
import { createPageSearch } from './ui/search/page-search.ts'
import { startHitThread } from './ui/search/start-hit-thread.ts'
import { createPanel } from './ui/sources/panel.ts'
import { createSplit } from './ui/split/split.ts'
import { createNews } from './ui/tabs/news.ts'
import { createReadingPlaces } from './ui/tabs/reading-places.ts'
import { createTabs } from './ui/tabs/tabs.ts'

declare global {
  interface Window {
    /** Put here by the app's preload; absent in a browser. */
    readonly rastro?: Bridge
  }
}

const bridge = window.rastro
const preferences = await openPreferences(bridge)
const { locale, theme } = preferences.get()
const language = locale ?? systemLocale(navigator.languages)
// Before anything is drawn, so that no page flashes in the wrong theme.
const wantsContrast = matchMedia(MORE_CONTRAST).matches
applyPreferences(document.documentElement, language, theme, wantsContrast)

const i18n = createI18n(language)
const session = createSession()
const notices = createNotices()
const dialogs = createDialogs()
const kept = createKept(await openKeptStorage(bridge), (fault) => {
  notices.show(keptNotice(i18n.t, fault))
})
const textLook = createTextLook(kept)
applyTextLook(document.documentElement, textLook.get())
window.addEventListener('pagehide', () => kept.flush())
watchUnexpected(window, notices, i18n.t)

const columns = createColumns()
const painters = createPainters()
const highlighting = createHighlighting({
  kept,
  painters,
  startThread: startHitThread,
  onRunaway: ({ term }) => {
    const title = i18n.t('highlight.runaway')
    const text = i18n.t('highlight.runaway.text', { pattern: term.pattern })
    notices.show({ tone: 'danger', title, text })
  },
})

const list = createStore<LogList | null>(null)

const tabs = createTabs(session, kept)
const split = createSplit({ session, tabs, kept, mainList: list })

const times = createLogTimes(session)
const folding = new Folding(session)
const { filters, filtering } = createFiltering(session, kept, painters, list)
const goer = createLineGoer({ session, folding, filters, list, notices, i18n })

const page = {
  session,
  bridge,
  preferences,
  textLook,
  notices,
  dialogs,
  kept,
  chosenKeys: createChosenKeys(kept),
  panel: createPanel(kept),
  tabs,
  split,
  places: createReadingPlaces(session, kept),
  news: createNews(session, split.shown),
  list,
  painters,
  highlighting,
  columns,
  fieldColumns: createFieldColumns({
    selected: { get: () => session.getState().selected, subscribe: session.subscribe },
    kept,
    columns,
  }),
  activeLine: createStore<ActiveLine | null>(null),
  details: createDetails(kept),
  times,
  elapsed: createElapsed({ session, times, list, notices, i18n }),
  histogram: createHistogramControl(kept),
  filters,
  filtering,
  goer,
  search: createPageSearch({
    session,
    painters,
    kept,
    list,
    folding,
    startThread: startHitThread,
  }),
  folding,
  entries: createEntries({ session, folding, notices, i18n }),
  ...createMarks({ session, bridge, kept, list, dialogs, goer, notices, i18n }),
  recentRemotes: createRecentRemotes(bridge),
  commands: createCommands({ session, bridge, notices, dialogs, goer, i18n }),
}

const element = document.querySelector('#page')
if (element === null) throw new Error('index.html has no element #page to draw into.')
createRoot(element).render(<PageRoot page={page} i18n={i18n} />)

void session.load()
