import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogState } from '../../../shared/protocol.ts'
import type { PageState } from '../../data/page-state.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import { LogTab, tabElementId } from './log-tab.tsx'
import { TabStrip } from './tab-strip.tsx'
import './tabs.css'

/** The open logs as tabs above the lines. One log alone needs none. */
export function LogTabs() {
  const { t } = useTranslation()
  const { session, tabs } = usePage()
  const order = useStore(tabs)
  const selected = usePageState((state) => state.selected)
  usePageState(namesOf)
  if (order.length < 2) return null
  const logs = order.flatMap((id) => logOf(session.getState(), id) ?? [])
  return (
    <section className="tabs" aria-label={t('tabs.region')}>
      <div
        role="tablist"
        aria-label={t('tabs.name')}
        aria-owns={logs.map(tabElementId).join(' ')}
      />
      <TabStrip order={order} selected={selected}>
        <TabRow logs={logs} selected={selected} />
      </TabStrip>
    </section>
  )
}

interface TabRowProps {
  readonly logs: readonly LogState[]
  readonly selected: string | null
}

function TabRow({ logs, selected }: TabRowProps) {
  const { commands } = usePage()
  const goTo = (event: KeyboardEvent, place: number) => {
    const log = logs.at(place % logs.length)
    if (log === undefined) return
    event.preventDefault()
    event.stopPropagation()
    commands.select(log.id)
    document.getElementById(tabElementId(log))?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the tabs in it, which are buttons
    <div
      className="tabs-row"
      onKeyDown={(event) => {
        if (!(event.target instanceof Element) || event.target.role !== 'tab') return
        const at = logs.findIndex(({ id }) => id === selected)
        if (event.altKey || event.ctrlKey || event.metaKey) return
        if (event.key === 'ArrowRight') goTo(event, at + 1)
        else if (event.key === 'ArrowLeft') goTo(event, at - 1)
        else if (event.key === 'Home') goTo(event, 0)
        else if (event.key === 'End') goTo(event, -1)
        else if (event.key === 'Delete' && selected !== null) commands.closeLog(selected)
      }}
    >
      {logs.map((log) => (
        <LogTab key={log.id} log={log} isSelected={log.id === selected} />
      ))}
    </div>
  )
}

function namesOf(state: PageState): string {
  return (state.server?.logs ?? []).map(({ id, name }) => `${id}\n${name}`).join('\n\n')
}

function logOf(state: PageState, id: string): LogState | undefined {
  return state.server?.logs.find((log) => log.id === id)
}
