import { describe, expect, it } from 'vitest'
import { lastEventIdHeader } from '../../../src/server/source/last-event-id-header.ts'

describe('lastEventIdHeader', () => {
  it('writes the UTF-8 bytes of the id as one character each', () => {
    expect(lastEventIdHeader('5')).toBe('5')
    expect(lastEventIdHeader('…')).toBe('\u00e2\u0080\u00a6')
    expect(lastEventIdHeader('a\tb <c>')).toBe('a\tb <c>')
  })

  it.each(['', 'a\u0001b', 'a\nb', 'a\u007fb', 'x'.repeat(4097)])('sends nothing for %j', (id) => {
    expect(lastEventIdHeader(id)).toBeNull()
  })
})
