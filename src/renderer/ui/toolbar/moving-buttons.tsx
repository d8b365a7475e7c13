import { ArrowDownToLine, ArrowUpToLine, Hash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ToolButton } from './tool-button.tsx'

/** To the first line, to any place, to the last line. */
export function MovingButtons() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const startKeys = useChordText('goToStart')
  const goToKeys = useChordText('goTo')
  const endKeys = useChordText('goToEnd')
  const hasLog = usePageState((state) => state.selected !== null)
  return (
    <>
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
    </>
  )
}
