import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { selectedLog } from '../../data/page-state.ts'
import { LogView } from '../../list/log-view.tsx'
import { listLinks } from '../details/list-links.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import { EmptyStage } from './empty-stage.tsx'
import { listLabels } from './list-labels.ts'
import { NothingShown } from './nothing-shown.tsx'
import { stageView } from './stage-view.ts'
import { useWasRead } from './use-was-read.ts'

/** The middle of the page: the lines of the selected log, or why there are none. */
export function Stage() {
  const { t } = useTranslation()
  const format = useFormat()
  const page = usePage()
  const { session, places, commands, list, activeLine, copying, entries, textLook } = page
  const { wrap } = useStore(textLook)
  const wasRead = useWasRead()
  const name = usePageState((state) => selectedLog(state)?.name ?? '')
  usePageState((state) => stageView(state, wasRead).kind)
  usePageState((state) => state.connection)
  usePageState((state) => state.selected)
  usePageState((state) => selectedLog(state)?.phase ?? null)
  const view = stageView(session.getState(), wasRead)
  const links = useMemo(() => listLinks(page), [page])
  const labels = useMemo(() => listLabels(t, format, name), [t, format, name])
  return (
    <main
      id="log-panel"
      className="stage"
      aria-label={t('stage.name')}
      data-lines={view.kind === 'lines' || undefined}
    >
      {view.kind === 'lines' ? (
        <>
          <LogView
            session={session}
            places={places}
            labels={labels}
            wrap={wrap}
            links={links}
            onReady={(ready) => {
              commands.attachList(ready)
              list.set(ready)
              if (ready === null) activeLine.set(null)
            }}
            onActiveLine={(line) => {
              const { selected } = session.getState()
              activeLine.set(line === null || selected === null ? null : { log: selected, line })
            }}
            onOpenLine={commands.openLine}
            onCopy={copying.lines}
            onToggleEntry={entries.toggleAt}
          />
          <NothingShown log={view.log.id} />
        </>
      ) : (
        <EmptyStage view={view} />
      )}
    </main>
  )
}
