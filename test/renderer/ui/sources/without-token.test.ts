import { describe, expect, it } from 'vitest'
import { withoutToken } from '../../../../src/renderer/ui/sources/without-token.ts'

describe('withoutToken', () => {
  it.each([
    ['http://host:8000/?token=abc', 'http://host:8000/'],
    ['http://host/stream-logs?token=abc&tail=all', 'http://host/stream-logs?tail=all'],
    ['http://host/stream-logs?tail=all&token=abc', 'http://host/stream-logs?tail=all'],
    ['http://host/?token=a&token=b', 'http://host/'],
    ['http://host/?a=1&token=x&b=2#end', 'http://host/?a=1&b=2#end'],
    ['http://host/token=kept', 'http://host/token=kept'],
    ['not an address', 'not an address'],
  ])('shows %s as %s', (url, shown) => {
    expect(withoutToken(url)).toBe(shown)
  })
})
