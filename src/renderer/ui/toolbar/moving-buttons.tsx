import { ArrowDownToLine, ArrowUpToLine, Hash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ToolButton } from './tool-button.tsx'

const MOVES = [
  { command: 'goToStart', icon: ArrowUpToLine, label: 'toolbar.start' },
  { command: 'goTo', icon: Hash, label: 'toolbar.goTo' },
  { command: 'goToEnd', icon: ArrowDownToLine, label: 'toolbar.end' },
] as const

/** To the first line, to any place, to the last line. */
export function MovingButtons() {
  return MOVES.map((move) => <MovingButton key={move.command} {...move} />)
}

function MovingButton({ command, icon, label }: (typeof MOVES)[number]) {
  const { t } = useTranslation()
  const { commands } = usePage()
  const keys = useChordText(command)
  const hasLog = usePageState((state) => state.selected !== null)
  return (
    <ToolButton
      icon={icon}
      label={t(label)}
      keys={keys}
      isIconOnly
      isDisabled={!hasLog}
      onPress={commands[command]}
    />
  )
}
