import { FolderOpen, Link, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { SecretButton } from '../sources/secret-button.tsx'
import { ToolButton } from '../toolbar/tool-button.tsx'
import { EmptyIcon } from './empty-icon.tsx'
import { emptyWords } from './empty-words.ts'
import { FirstKeys } from './first-keys.tsx'
import type { StageView } from './stage-view.ts'

/** The stage without lines: why there are none, and the next step as buttons. */
export function EmptyStage({ view }: { readonly view: Exclude<StageView, { kind: 'lines' }> }) {
  const { t } = useTranslation()
  const { bridge, commands } = usePage()
  const hasGenerator = usePageState((state) => state.server?.capabilities.generator ?? false)
  const canConnect = usePageState((state) => state.server?.capabilities.remote ?? false)
  const words = emptyWords(t, view, bridge !== undefined)
  return (
    <div className="empty" data-view={view.kind}>
      <EmptyIcon view={view} />
      <h2 className="empty-title">{words.title}</h2>
      <p className="empty-text">{words.text}</p>
      {view.kind === 'no-log' && hasGenerator && (
        <p className="empty-text">{t('empty.noLog.generator')}</p>
      )}
      {view.kind === 'no-lines' && (
        <div className="empty-actions">
          <SecretButton id={view.log.id} name={view.log.name} />
        </div>
      )}
      {view.kind === 'unread' && (
        <div className="empty-actions">
          <ToolButton
            icon={Play}
            label={t('toolbar.read')}
            tone="primary"
            keepsLabel
            onPress={commands.readOrStop}
          />
        </div>
      )}
      {view.kind === 'no-log' && (
        <div className="empty-actions">
          {hasGenerator && (
            <ToolButton
              icon={Play}
              label={t('toolbar.read')}
              tone="primary"
              keepsLabel
              onPress={commands.readOrStop}
            />
          )}
          {bridge !== undefined && (
            <ToolButton
              icon={FolderOpen}
              label={t('toolbar.open')}
              tone="bordered"
              keepsLabel
              onPress={commands.openFile}
            />
          )}
          {canConnect && (
            <ToolButton
              icon={Link}
              label={t('toolbar.connect')}
              tone="bordered"
              keepsLabel
              onPress={commands.connectUrl}
            />
          )}
        </div>
      )}
      {(view.kind === 'no-log' || view.kind === 'unread') && <FirstKeys />}
    </div>
  )
}
