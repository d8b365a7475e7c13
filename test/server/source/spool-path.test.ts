import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { spoolPath } from '../../../src/server/source/spool-path.ts'

describe('spoolPath', () => {
  it('is readable, the same every time, and shows nothing of path and query', () => {
    const path = spoolPath('/data', new URL('http://h.example:8000/secret?key=secret'))
    expect(dirname(path)).toBe('/data/remote')
    expect(basename(path)).toMatch(/^h\.example-8000-[0-9a-f]{16}\.log$/)
    expect(path).toBe(spoolPath('/data', new URL('http://h.example:8000/secret?key=secret')))
  })

  it('keeps two streams of one host apart', () => {
    expect(spoolPath('/data', new URL('http://h/a'))).not.toBe(
      spoolPath('/data', new URL('http://h/b')),
    )
  })

  it('stays a short name inside the folder for any host', () => {
    for (const host of ['[::1]:8000', `${'a'.repeat(60)}.${'b'.repeat(60)}`, 'xn--mgba.example']) {
      const path = spoolPath('/data', new URL(`http://${host}/`))
      expect(dirname(path)).toBe('/data/remote')
      expect(basename(path)).toMatch(/^[A-Za-z0-9.-]{1,100}$/)
    }
  })
})
