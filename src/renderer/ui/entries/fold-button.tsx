import { FoldVertical, UnfoldVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'

/** Folds all entries of the selected log to their first lines, or shows every line again. */
export function FoldButton() {
  const { t } = useTranslation()
  const { entries } = usePage()
  const keys = useChordText('entries.toggleAll')
  const hasLog = usePageState((state) => state.selected !== null)
  const isFolded = usePageState(
    ({ folds, selected }) => selected !== null && folds.get(selected)?.kind === 'heads',
  )
  return (
    <ToolButton
      icon={isFolded ? UnfoldVertical : FoldVertical}
      label={isFolded ? t('entries.unfoldAll') : t('entries.foldAll')}
      keys={keys}
      isIconOnly
      isDisabled={!hasLog}
      onPress={entries.toggleAll}
    />
  )
}
