import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../../shared/bridge.ts'
import { en } from './en.ts'
import { ptBR } from './pt-BR.ts'
import { withZeroForms } from './zero-forms.ts'

/** The catalogues behind `t`, ready to use at once: both are part of the bundle. */
export function createI18n(locale: Locale): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    supportedLngs: ['pt-BR', 'en'],
    resources: { 'pt-BR': { translation: withZeroForms(ptBR) }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // React puts text in as text; escaping here would show `&lt;` to the user.
    interpolation: { escapeValue: false },
  })
  return instance
}
