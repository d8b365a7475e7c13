import type { TFunction } from 'i18next'
import type { Notices } from './notices.ts'

/** The page's one handler of what nobody expected: it becomes a notice, and the page goes on. */
export function watchUnexpected(target: Window, notices: Notices, t: TFunction): void {
  const show = (what: unknown) => {
    const detail = what instanceof Error ? what.message : String(what)
    notices.show({
      tone: 'danger',
      title: t('notice.unexpected'),
      text: t('notice.unexpected.text', { detail }),
    })
  }
  target.addEventListener('error', (event) => {
    // A ResizeObserver that needs another frame reports it as an error without an object; it is none.
    if (event.error !== null && event.error !== undefined) show(event.error)
  })
  target.addEventListener('unhandledrejection', (event) => show(event.reason))
}
