import { useTranslation } from 'react-i18next'
import { useNow } from '../page/use-now.ts'

/** Whole seconds to the next try. Hidden from screen readers, which would read every second. */
export function Countdown({ until }: { readonly until: number }) {
  const { t } = useTranslation()
  const seconds = Math.ceil((until - useNow(true)) / 1000)
  return (
    <span className="countdown" aria-hidden>
      {seconds > 0 ? t('status.nextTry', { count: seconds }) : t('status.now')}
    </span>
  )
}
