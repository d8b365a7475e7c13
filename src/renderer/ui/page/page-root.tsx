import type { i18n } from 'i18next'
import { useEffect, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import { systemLocale } from '../../i18n/system-locale.ts'
import { applyPreferences, MORE_CONTRAST } from '../preferences/apply-preferences.ts'
import { applyTextLook } from '../preferences/apply-text-look.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { type Page, PageContext } from './page-context.ts'
import { PageView } from './page-view.tsx'
import { useMedia } from './use-media.ts'
import { useStore } from './use-store.ts'

export interface PageRootProps {
  readonly page: Page
  readonly i18n: i18n
}

/** The page with its language, theme and the net under it. */
export function PageRoot({ page, i18n }: PageRootProps) {
  const { preferences, textLook } = page
  const settings = useSyncExternalStore(preferences.subscribe, preferences.get)
  const locale = settings.locale ?? systemLocale(navigator.languages)
  const wantsContrast = useMedia(MORE_CONTRAST)
  const look = useStore(textLook)
  useEffect(() => applyTextLook(document.documentElement, look), [look])
  useEffect(() => {
    applyPreferences(document.documentElement, locale, settings.theme, wantsContrast)
    void i18n.changeLanguage(locale)
  }, [i18n, locale, settings.theme, wantsContrast])
  return (
    <ErrorBoundary
      words={() => ({
        title: i18n.t('crash.title'),
        text: i18n.t('crash.text'),
        reload: i18n.t('crash.reload'),
      })}
    >
      <I18nextProvider i18n={i18n}>
        <I18nProvider locale={locale}>
          <PageContext value={page}>
            <PageView />
          </PageContext>
        </I18nProvider>
      </I18nextProvider>
    </ErrorBoundary>
  )
}
