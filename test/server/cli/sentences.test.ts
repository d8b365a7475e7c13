import { describe, expect, it } from 'vitest'
import { cliLanguage } from '../../../src/server/cli/cli-language.ts'
import { sentencesIn } from '../../../src/server/cli/sentences.ts'

describe('the language of the command line', () => {
  it('is Portuguese where the locale says so, by POSIX precedence, else English', () => {
    expect(cliLanguage({ LANG: 'pt_BR.UTF-8' })).toBe('pt-BR')
    expect(cliLanguage({ LANG: 'pt_PT' })).toBe('pt-BR')
    expect(cliLanguage({ LANG: 'pt' })).toBe('pt-BR')
    expect(cliLanguage({ LANG: 'C' })).toBe('en')
    expect(cliLanguage({})).toBe('en')
    expect(cliLanguage({ LANG: 'en_US.UTF-8', LC_ALL: 'pt_BR.UTF-8' })).toBe('pt-BR')
    expect(cliLanguage({ LANG: 'pt_BR.UTF-8', LC_ALL: 'C' })).toBe('en')
    expect(cliLanguage({ LANG: 'pt_BR.UTF-8', LC_MESSAGES: 'en_US' })).toBe('en')
    expect(cliLanguage({ LANG: 'ptx' })).toBe('en')
  })

  it('has every reason for a refused write in both languages', () => {
    const [en, pt] = [sentencesIn('en'), sentencesIn('pt-BR')]
    expect(Object.keys(pt.codes)).toEqual(Object.keys(en.codes))
    expect(en.cannotWrite('/x.log', 'ENOSPC')).toContain('ENOSPC, the disk is full')
    expect(pt.cannotWrite('/x.log', 'ENOSPC')).toContain('ENOSPC, o disco está cheio')
    expect(en.cannotWrite('/x.log', 'EIO')).toBe(
      'Cannot write /x.log (EIO): trying again every second.',
    )
  })
})
