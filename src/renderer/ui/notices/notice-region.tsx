import { CircleAlert, Info, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import type { Notice, ShownNotice } from './notices.ts'

/** The corner where notices appear. It is always there, so that screen readers hear what comes. */
export function NoticeRegion() {
  const { t } = useTranslation()
  const { notices } = usePage()
  const shown = useStore(notices.shown)
  return (
    <section className="notices" aria-label={t('notice.name')} aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className="notice" data-tone={notice.tone}>
          {notice.tone === 'danger' ? (
            <CircleAlert aria-hidden size={16} className="notice-icon" />
          ) : (
            <Info aria-hidden size={16} className="notice-icon" />
          )}
          <div className="notice-content">
            <strong className="notice-title">{notice.title}</strong>
            <span className="notice-text">{notice.text}</span>
            {notice.action !== undefined && <NoticeAction notice={notice} action={notice.action} />}
          </div>
          <Button
            className="icon-button"
            aria-label={t('notice.close')}
            onPress={() => notices.dismiss(notice.id)}
          >
            <X aria-hidden size={14} />
          </Button>
        </div>
      ))}
    </section>
  )
}

interface NoticeActionProps {
  readonly notice: ShownNotice
  readonly action: NonNullable<Notice['action']>
}

function NoticeAction({ notice, action }: NoticeActionProps) {
  const { notices } = usePage()
  return (
    <Button
      className="tool notice-action"
      data-tone="bordered"
      onPress={() => {
        notices.dismiss(notice.id)
        action.run()
      }}
    >
      {action.label}
    </Button>
  )
}
