import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateOptions } from '../../../src/server/cli/generate-options.ts'
import { sentencesIn } from '../../../src/server/cli/sentences.ts'
import { UsageError } from '../../../src/server/cli/usage-error.ts'

const check = (options: object) =>
  generateOptions({ file: 'teste.log', format: 'plain', ...options }, '/logs', sentencesIn('en'))

describe('generateOptions', () => {
  it('leaves to the generator what was not given', () => {
    expect(check({})).toEqual({ file: resolve('/logs', 'teste.log'), format: 'plain' })
  })

  it('takes numbers', () => {
    expect(check({ interval: '50', lines: '7' })).toMatchObject({ interval: 50, lines: 7 })
    expect(check({ rate: '0.5', format: 'json' })).toMatchObject({ rate: 0.5, format: 'json' })
  })

  it.each([
    [{ interval: '0' }, '"0" is not an interval'],
    [{ interval: '1.5' }, '"1.5" is not an interval'],
    [{ interval: '86400001' }, 'is not an interval'],
    [{ interval: '-3' }, 'is not an interval'],
    [{ rate: '0' }, '"0" is not a rate'],
    [{ rate: '1e9' }, 'is not a rate'],
    [{ rate: '1000001' }, 'is not a rate'],
    [{ lines: '0' }, '"0" is not a number of lines'],
    [{ lines: 'all' }, 'is not a number of lines'],
    [{ format: 'xml' }, '"xml" is not a format'],
    [{ interval: '300', rate: '3' }, 'not both'],
  ])('refuses %j', (options, sentence) => {
    expect(() => check(options)).toThrow(UsageError)
    expect(() => check(options)).toThrow(sentence)
  })
})
