import { ArrowDownToLine, ArrowUpToLine, FolderOpen, Hash, Link, PanelLeft } from 'lucide-react'
import { Separator, Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import { PreferencesMenu } from '../preferences/preferences-menu.tsx'
import { GeneratorToggle } from './generator-toggle.tsx'
import { PauseControl } from './pause-control.tsx'
import { PauseCount } from './pause-count.tsx'
import { ReadButton } from './read-button.tsx'
import { ToolButton } from './tool-button.tsx'

/** The row of buttons at the top; arrow keys move in it, Tab passes it. */
export function PageToolbar() {
  const { t } = useTranslation()
  const { commands, panel } = usePage()
  const isPanelShown = useStore(panel)
  const openKeys = useChordText('openFile')
  const connectKeys = useChordText('connectUrl')
  const startKeys = useChordText('goToStart')
  const goToKeys = useChordText('goTo')
  const endKeys = useChordText('goToEnd')
  const canConnect = usePageState((state) => state.server?.capabilities.remote ?? true)
  const isPaused = usePageState((state) => state.pause.kind === 'paused')
  const hasLog = usePageState((state) => state.selected !== null)
  return (
    <Toolbar className="toolbar" aria-label={t('toolbar.name')}>
      <ToolButton
        icon={PanelLeft}
        label={t('toolbar.sources')}
        isIconOnly
        aria-expanded={isPanelShown}
        onPress={() => panel.set(!isPanelShown)}
      />
      <ReadButton />
      <PauseControl />
      <Separator orientation="vertical" className="toolbar-separator" />
      <ToolButton
        icon={FolderOpen}
        label={t('toolbar.open')}
        keys={openKeys}
        onPress={commands.openFile}
      />
      {canConnect && (
        <ToolButton
          icon={Link}
          label={t('toolbar.connect')}
          keys={connectKeys}
          onPress={commands.connectUrl}
        />
      )}
      <GeneratorToggle />
      <div className="toolbar-space">{isPaused && <PauseCount />}</div>
      <ToolButton
        icon={ArrowUpToLine}
        label={t('toolbar.start')}
        keys={startKeys}
        isIconOnly
        isDisabled={!hasLog}
        onPress={commands.goToStart}
      />
      <ToolButton
        icon={Hash}
        label={t('toolbar.goTo')}
        keys={goToKeys}
        isIconOnly
        isDisabled={!hasLog}
        onPress={commands.goTo}
      />
      <ToolButton
        icon={ArrowDownToLine}
        label={t('toolbar.end')}
        keys={endKeys}
        isIconOnly
        isDisabled={!hasLog}
        onPress={commands.goToEnd}
      />
      <PreferencesMenu />
    </Toolbar>
  )
}
