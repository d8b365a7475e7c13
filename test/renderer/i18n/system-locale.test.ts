import { describe, expect, it } from 'vitest'
import { systemLocale } from '../../../src/renderer/i18n/system-locale.ts'

describe('systemLocale', () => {
  it.each([
    [['pt-BR', 'en'], 'pt-BR'],
    [['pt-PT'], 'pt-BR'],
    [['PT'], 'pt-BR'],
    [['en-GB', 'pt-BR'], 'en'],
    [['de', 'pt'], 'pt-BR'],
    [['de', 'fr'], 'en'],
    [['ptolemaic'], 'en'],
    [[], 'en'],
  ] as const)('takes from %j the language %s', (languages, locale) => {
    expect(systemLocale(languages)).toBe(locale)
  })
})
