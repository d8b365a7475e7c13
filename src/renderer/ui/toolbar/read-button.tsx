import { Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isStreamOpen } from '../commands/is-stream-open.ts'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ToolButton } from './tool-button.tsx'

/** Ler Logs, which becomes Parar while the stream is open. */
export function ReadButton() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const keys = useChordText('readOrStop')
  const isOpen = usePageState((state) => isStreamOpen(state.connection))
  return (
    <ToolButton
      icon={isOpen ? Square : Play}
      label={isOpen ? t('toolbar.stop') : t('toolbar.read')}
      keys={keys}
      tone={isOpen ? 'stop' : 'primary'}
      otherLabel={isOpen ? t('toolbar.read') : t('toolbar.stop')}
      keepsLabel
      onPress={commands.readOrStop}
    />
  )
}
