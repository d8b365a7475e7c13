import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { targetOf } from '../sources/target-of.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** In a browser: the choice among the logs that the server was started with. */
export function OpenLogDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { session, commands } = usePage()
  usePageState((state) => state.server?.logs.map(({ id }) => id).join() ?? '')
  const logs = (session.getState().server?.logs ?? []).filter(
    ({ origin }) => origin.kind !== 'remote',
  )
  return (
    <DialogFrame title={t('open.title')} onClose={onClose}>
      <p className="dialog-help">{logs.length === 0 ? t('open.none') : t('open.help')}</p>
      {logs.length > 0 && (
        <ListBox
          className="choices"
          aria-label={t('open.list')}
          autoFocus
          onAction={(key) => {
            const chosen = logs.find(({ id }) => id === key)
            if (chosen !== undefined) commands.select(chosen.id)
            onClose()
          }}
        >
          {logs.map((log) => (
            <ListBoxItem key={log.id} id={log.id} className="choice" textValue={log.name}>
              <span className="choice-name">{log.name}</span>
              <span className="choice-detail">{targetOf(log.origin)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      )}
    </DialogFrame>
  )
}
