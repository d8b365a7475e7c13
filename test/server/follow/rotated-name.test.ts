import { describe, expect, it } from 'vitest'
import { isRotatedName, rotatedSince } from '../../../src/server/follow/rotated-name.ts'

describe('names that rotations give', () => {
  it.each([
    'app.log.1',
    'app.log-20261123',
    'app.log.2026-11-23',
    'app-2026-11-23.log',
    'app.log~',
  ])('has %s among them', (name) => {
    expect(isRotatedName(name, 'app.log')).toBe(true)
  })

  it.each(['app.log', 'app.log.1.gz', 'app.log-2.zst', 'other.log', 'app.txt', 'application'])(
    'has %s not among them',
    (name) => {
      expect(isRotatedName(name, 'app.log')).toBe(false)
    },
  )

  it('tell what came after by their numbers', () => {
    expect(rotatedSince('/l/app.log', '/l/app.log.3')).toEqual(['/l/app.log.2', '/l/app.log.1'])
    expect(rotatedSince('/l/app.log', '/l/app.log.1')).toEqual([])
    expect(rotatedSince('/l/app.log', '/l/app.log-20261123')).toEqual([])
  })
})
