import { FolderOpen, Link } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { GeneratorToggle } from './generator-toggle.tsx'
import { ToolButton } from './tool-button.tsx'

/** The three ways to something to read. */
export function OpeningButtons() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const openKeys = useChordText('openFile')
  const connectKeys = useChordText('connectUrl')
  const canConnect = usePageState((state) => state.server?.capabilities.remote ?? true)
  return (
    <>
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
    </>
  )
}
