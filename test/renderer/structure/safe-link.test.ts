import { describe, expect, it } from 'vitest'
import { safeLink } from '../../../src/renderer/structure/safe-link.ts'
import { visibleValue } from '../../../src/renderer/structure/visible-value.ts'

describe('an address of a log', () => {
  it.each([
    ['http://example.com', 'http://example.com/'],
    ['https://EXAMPLE.com/a b', 'https://example.com/a%20b'],
    // What looks like another host is shown as what it is.
    ['https://ехample.com/', 'https://xn--ample-ywe6i.com/'],
  ])('%s may be opened as %s', (address, href) => {
    expect(safeLink(address)).toBe(href)
  })

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'ftp://example.com',
    'data:text/html,x',
    'https://user:secret@example.com',
    'https://good.com@evil.com',
    'https://',
    `https://example.com/${'a'.repeat(3000)}`,
    `https://example.com/${'ü'.repeat(1000)}`,
  ])('%s may not', (address) => {
    expect(safeLink(address)).toBeNull()
  })
})

describe('a value that is shown', () => {
  it('keeps its lines, and shows what would act', () => {
    expect(visibleValue('a\n\tb\u202ec\u0000')).toBe('a\n\tb⟨U+202E⟩c␀')
  })
})
