import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { wholeLineWords } from '../../../../src/renderer/ui/whole-line/whole-line-words.ts'

const { t } = createI18n('en')

describe('wholeLineWords', () => {
  it('is silent while there is nothing to say', () => {
    expect(wholeLineWords(t, { kind: 'more' })).toBe('')
    expect(wholeLineWords(t, { kind: 'whole' })).toBe('')
  })

  it('tells where the page stops and where the rest is', () => {
    expect(wholeLineWords(t, { kind: 'limit' })).toContain('The file has the rest')
  })

  it.each([
    ['changed', 'another line is in this place'],
    ['not-found', 'can no longer be read'],
    ['not-available', 'can no longer be read'],
    ['network', 'The server does not answer'],
    ['internal', 'Something went wrong in the server'],
  ] as const)('gives the reason of a failure: %s', (reason, words) => {
    expect(wholeLineWords(t, { kind: 'failed', reason })).toContain(words)
  })
})
