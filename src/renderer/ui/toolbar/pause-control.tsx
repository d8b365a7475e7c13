import { ArrowDownToLine, ChevronDown, Pause, Play } from 'lucide-react'
import { Button, Group, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isStreamOpen } from '../commands/is-stream-open.ts'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ToolButton } from './tool-button.tsx'

/** Pausar, which becomes Continuar with its two ways to go on, as wide as before. */
export function PauseControl() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const keys = useChordText('pauseOrResume')
  const isPaused = usePageState((state) => state.pause.kind === 'paused')
  const canPause = usePageState(
    (state) => isStreamOpen(state.connection) && state.selected !== null,
  )
  // One button in both states: what is pressed keeps the focus, and no tooltip begins anew under the mouse.
  return (
    <Group className="split-button" aria-label={t(isPaused ? 'toolbar.resume' : 'toolbar.pause')}>
      <ToolButton
        icon={isPaused ? Play : Pause}
        label={t(isPaused ? 'toolbar.resume' : 'toolbar.pause')}
        keys={keys}
        tone={isPaused ? 'primary' : 'split'}
        otherLabel={t(isPaused ? 'toolbar.pause' : 'toolbar.resume')}
        isDisabled={!(isPaused || canPause)}
        onPress={commands.pauseOrResume}
      />
      {isPaused && <ResumeMenu />}
    </Group>
  )
}

/** The two ways to go on. */
function ResumeMenu() {
  const { t } = useTranslation()
  const { commands } = usePage()
  return (
    <MenuTrigger>
      <Button
        className="tool split-more"
        data-tone="primary"
        aria-label={t('toolbar.resumeChoice')}
      >
        <ChevronDown aria-hidden size={14} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuItem className="menu-item" onAction={() => commands.resume('here')}>
            <Play aria-hidden size={14} className="menu-icon" />
            {t('toolbar.resumeHere')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => commands.resume('end')}>
            <ArrowDownToLine aria-hidden size={14} className="menu-icon" />
            {t('toolbar.resumeEnd')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
