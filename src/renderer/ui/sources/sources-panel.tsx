import { useTranslation } from 'react-i18next'
import type { LogState } from '../../../shared/protocol.ts'
import type { PageState } from '../../data/page-state.ts'
import { NARROW } from '../page/narrow.ts'
import { usePage } from '../page/page-context.ts'
import { useEscapeCover } from '../page/use-escape-cover.ts'
import { useMedia } from '../page/use-media.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import { RecentList } from './recent-list.tsx'
import { SourceList } from './source-list.tsx'

const NO_LOGS: readonly LogState[] = []

/** What the list shows of the logs, as one value: it is drawn again only when this changes. */
function listKey(state: PageState): string {
  const logs = state.server?.logs ?? NO_LOGS
  return logs.map((log) => `${log.id}\n${log.name}`).join('\n\n')
}

/** The sources at the side; on narrow windows it covers the lines and goes away after a choice. */
export function SourcesPanel() {
  const { t } = useTranslation()
  const { session, commands, panel } = usePage()
  const isShown = useStore(panel)
  const isNarrow = useMedia(NARROW)
  usePageState(listKey)
  const selected = usePageState((state) => state.selected)
  const uncoverLines = () => {
    if (!isNarrow) return
    panel.set(false)
    commands.focusLines()
  }
  useEscapeCover(isShown && isNarrow, uncoverLines)
  if (!isShown) return null
  const logs = session.getState().server?.logs ?? NO_LOGS
  return (
    <aside
      className="sources"
      aria-label={t('sources.name')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') uncoverLines()
      }}
    >
      {logs.length === 0 && <p className="sources-none">{t('sources.none')}</p>}
      {logs.length > 0 && (
        <SourceList
          logs={logs}
          selected={selected}
          onSelect={(log) => {
            commands.select(log)
            uncoverLines()
          }}
        />
      )}
      <RecentList />
    </aside>
  )
}
