import { PanelLeft } from 'lucide-react'
import { Separator, Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { FoldButton } from '../entries/fold-button.tsx'
import { usePage } from '../page/page-context.ts'
import { useMedia } from '../page/use-media.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import { PreferencesMenu } from '../preferences/preferences-menu.tsx'
import { focusPressed } from './focus-pressed.ts'
import { MoreMenu } from './more-menu.tsx'
import { MovingButtons } from './moving-buttons.tsx'
import { OpeningButtons } from './opening-buttons.tsx'
import { PauseControl } from './pause-control.tsx'
import { PauseCount } from './pause-count.tsx'
import { ReadButton } from './read-button.tsx'
import { ToolButton } from './tool-button.tsx'

/** Below it the buttons that are not needed all the time go into the menu at the end. */
const NO_ROOM = '(max-width: 780px)'

/** What has a button of its own while there is room. */
const OWN_BUTTON = [
  'openFile',
  'connectUrl',
  'toggleGenerator',
  'goToStart',
  'goTo',
  'goToEnd',
  'entries.toggleAll',
]

/** What is reached by mouse from nowhere else. */
const MENU_ONLY = [
  'tabs.openFolder',
  'toggleBookmark',
  'showBookmarks',
  'saveLines',
  'histogram.toggle',
  'elapsed.previous',
  'toggleDetails',
  'highlight.rules',
  'toggleCompact',
  'filters.openSets',
  'split.toggle',
  'palette',
  'showShortcuts',
]

/** The row of buttons at the top; arrow keys move in it, Tab passes it. */
export function PageToolbar() {
  const { t } = useTranslation()
  const { panel } = usePage()
  const isPanelShown = useStore(panel)
  const sourcesKeys = useChordText('toggleSources')
  const isPaused = usePageState((state) => state.pause.kind === 'paused')
  const hasRoom = !useMedia(NO_ROOM)
  return (
    <Toolbar className="toolbar" aria-label={t('toolbar.name')} onPointerDownCapture={focusPressed}>
      <ToolButton
        icon={PanelLeft}
        label={t('toolbar.sources')}
        keys={sourcesKeys}
        isIconOnly
        aria-expanded={isPanelShown}
        onPress={() => panel.set(!isPanelShown)}
      />
      <ReadButton />
      <PauseControl />
      {hasRoom && (
        <>
          <Separator orientation="vertical" className="toolbar-separator" />
          <OpeningButtons />
        </>
      )}
      <div className="toolbar-space">{isPaused && <PauseCount />}</div>
      {hasRoom && <MovingButtons />}
      {hasRoom && <FoldButton />}
      <MoreMenu ids={hasRoom ? MENU_ONLY : [...OWN_BUTTON, ...MENU_ONLY]} />
      <PreferencesMenu />
    </Toolbar>
  )
}
