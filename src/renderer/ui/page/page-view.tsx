import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { selectedLog } from '../../data/page-state.ts'
import { useBridgeNotices } from '../commands/use-bridge-notices.ts'
import { useShortcuts } from '../commands/use-shortcuts.ts'
import { DetailsPane } from '../details/details-pane.tsx'
import { useColumns } from '../details/use-columns.ts'
import { PageDialogs } from '../dialogs/page-dialogs.tsx'
import { DropTarget } from '../drop/drop-target.tsx'
import { ElapsedColumnKeeper } from '../elapsed/elapsed-column-keeper.tsx'
import { FilterBar } from '../filters/filter-bar.tsx'
import { usePainters } from '../highlight/use-painters.ts'
import { useTextView } from '../highlight/use-text-view.ts'
import { Histogram } from '../histogram/histogram.tsx'
import { useBookmarkSigns } from '../marks/use-bookmark-signs.ts'
import { NoticeRegion } from '../notices/notice-region.tsx'
import { useGeneratorNotice } from '../notices/use-generator-notice.ts'
import { SaveProgressPanel } from '../saving/save-progress-panel.tsx'
import { SearchBar } from '../search/search-bar.tsx'
import { SearchResults } from '../search/search-results.tsx'
import { SourcesPanel } from '../sources/sources-panel.tsx'
import { SplitStage } from '../split/split-stage.tsx'
import { Announcer } from '../status/announcer.tsx'
import { StatusBar } from '../status/status-bar.tsx'
import { LogTabs } from '../tabs/log-tabs.tsx'
import { useReadingPlace } from '../tabs/use-reading-place.ts'
import { PageToolbar } from '../toolbar/page-toolbar.tsx'
import { usePageState } from './use-page-state.ts'

/** The page: toolbar, sources, lines, status bar, and what floats over them. */
export function PageView() {
  const { t } = useTranslation()
  const name = usePageState((state) => selectedLog(state)?.name ?? null)
  useShortcuts()
  usePainters()
  useColumns()
  useTextView()
  useBookmarkSigns()
  useBridgeNotices()
  useReadingPlace()
  useGeneratorNotice()
  const title = name === null ? t('app.name') : t('app.title', { name })
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page">
      <header className="page-head">
        <h1 className="visually-hidden">{t('app.name')}</h1>
        <PageToolbar />
        <SearchBar />
      </header>
      <div className="page-body">
        <SourcesPanel />
        <div className="stage-column">
          <LogTabs />
          <FilterBar />
          <Histogram />
          <SplitStage />
          <SearchResults />
        </div>
        <DetailsPane />
      </div>
      <StatusBar />
      <SaveProgressPanel />
      <NoticeRegion />
      <PageDialogs />
      <DropTarget />
      <ElapsedColumnKeeper />
      <Announcer />
    </div>
  )
}
