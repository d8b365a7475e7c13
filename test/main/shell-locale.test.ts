import { describe, expect, it } from 'vitest'
import { shellLocale } from '../../src/main/shell-locale.ts'
import { shellWords } from '../../src/main/shell-words.ts'

describe('shellLocale', () => {
  const system = { locale: null, theme: 'system' } as const

  it('follows the choice of the user before the system', () => {
    expect(shellLocale({ ...system, locale: 'en' }, ['pt-BR'])).toBe('en')
  })

  it.each([
    [['pt-BR'], 'pt-BR'],
    [['pt_PT'], 'pt-BR'],
    [['de-DE', 'pt', 'en'], 'pt-BR'],
    [['de-DE', 'en-GB', 'pt'], 'en'],
    [['ptx'], 'en'],
    [[], 'en'],
  ] as const)('reads %j as %s', (languages, expected) => {
    expect(shellLocale(system, languages)).toBe(expected)
  })
})

describe('shellWords', () => {
  it('has a word of its own for everything in both languages', () => {
    const [en, pt] = [shellWords('en'), shellWords('pt-BR')]
    expect(Object.keys(pt).sort()).toEqual(Object.keys(en).sort())
    const shared = Object.entries(en)
      .filter(([name, word]) =>
        Object.entries(pt).some((own) => own[0] === name && own[1] === word),
      )
      .map(([name]) => name)
    // The same word in both languages.
    expect(shared.sort()).toEqual(['log', 'logFiles', 'ok', 'zoom'])
  })
})
