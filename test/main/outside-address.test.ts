import { describe, expect, it } from 'vitest'
import { outsideAddress } from '../../src/main/outside-address.ts'

describe('outsideAddress', () => {
  it('lets http and https out in their parsed form', () => {
    expect(outsideAddress('https://rastro.example/a b')).toBe('https://rastro.example/a%20b')
    expect(outsideAddress('HTTP://rastro.example')).toBe('http://rastro.example/')
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id PCWDiagnostic',
    'mailto:a@b.example',
    'https://bank.example@evil.example/',
    'https://user:secret@host.example/',
    '/relative',
    'not an address',
    `https://x.example/${'a'.repeat(2048)}`,
  ])('keeps %s in', (address) => expect(outsideAddress(address)).toBeNull())
})
