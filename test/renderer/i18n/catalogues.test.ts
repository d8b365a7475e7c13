import { describe, expect, it } from 'vitest'
import { en } from '../../../src/renderer/i18n/en.ts'
import { ptBR } from '../../../src/renderer/i18n/pt-BR.ts'

const PLURAL = /_(zero|one|two|few|many|other)$/
const CATALOGUES: readonly [locale: string, texts: Readonly<Record<string, string>>][] = [
  ['en', en],
  ['pt-BR', ptBR],
]

function bases(texts: Readonly<Record<string, string>>): string[] {
  return [...new Set(Object.keys(texts).map((key) => key.replace(PLURAL, '')))].sort()
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '').sort()
}

/** The placeholders of every text under its key without the plural form. */
function placeholdersByBase(texts: Readonly<Record<string, string>>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [key, text] of Object.entries(texts)) {
    const base = key.replace(PLURAL, '')
    const forms = found.get(base) ?? new Set()
    found.set(base, forms.add(placeholders(text).join(' ')))
  }
  return found
}

describe('the catalogues', () => {
  it('say the same things in both languages', () => {
    expect(bases(ptBR)).toEqual(bases(en))
  })

  it('put the same values into the same texts', () => {
    expect(placeholdersByBase(ptBR)).toEqual(placeholdersByBase(en))
  })

  it.each(CATALOGUES)('have every plural form of %s wherever they have one', (locale, texts) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const counted = Object.keys(texts).filter((key) => PLURAL.test(key))
    for (const base of new Set(counted.map((key) => key.replace(PLURAL, '')))) {
      for (const form of forms) expect(texts).toHaveProperty([`${base}_${form}`])
    }
  })

  it.each(CATALOGUES)('of %s leave no text empty', (_locale, texts) => {
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([])
  })
})
