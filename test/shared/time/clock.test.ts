import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClock, createFixedClock } from '../../../src/shared/time/clock.ts'

const utc = (text: string) => Date.parse(`${text}Z`)

describe('a clock', () => {
  it.each([
    ['America/Sao_Paulo', '2024-01-02T03:04:05', '2024-01-02T00:04:05'],
    ['Asia/Kolkata', '2024-01-02T03:04:05.678', '2024-01-02T08:34:05.678'],
    ['Europe/Berlin', '2024-07-01T22:30', '2024-07-02T00:30'],
    ['Europe/Berlin', '2024-12-31T23:30', '2025-01-01T00:30'],
    ['UTC', '1969-12-31T23:59:59.5', '1969-12-31T23:59:59.5'],
  ])('of %s shows %s UTC as %s, and reads that back', (zone, moment, wallClock) => {
    const clock = createClock(zone)
    expect(clock.toWallClock(utc(moment))).toBe(utc(wallClock))
    expect(clock.fromWallClock(utc(wallClock))).toBe(utc(moment))
  })

  it('takes the earlier of the two hours in autumn', () => {
    const { fromWallClock } = createClock('Europe/Berlin')
    expect(fromWallClock(utc('2024-10-27T02:30'))).toBe(utc('2024-10-27T00:30'))
  })

  it('passes over the hour that is missing in spring', () => {
    const { fromWallClock } = createClock('Europe/Berlin')
    expect(fromWallClock(utc('2024-03-31T02:30'))).toBe(utc('2024-03-31T01:30'))
  })

  it('reads back what it shows, except in the hour that comes twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC'),
        fc.integer({ min: utc('1975-01-01'), max: utc('2035-01-01') }),
        (zone, ms) => {
          const clock = createClock(zone)
          const back = clock.fromWallClock(clock.toWallClock(ms))
          expect(clock.toWallClock(back)).toBe(clock.toWallClock(ms))
          expect(ms - back).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it('is that of UTC for a zone that nobody knows', () => {
    expect(createClock('Mars/Olympus').zone).toBe('UTC')
    expect(createClock('Mars/Olympus').toWallClock(5)).toBe(5)
  })

  it('can keep one distance to UTC', () => {
    expect(createFixedClock(-150)).toMatchObject({ zone: 'UTC-02:30' })
    expect(createFixedClock(-150).toWallClock(0)).toBe(-9_000_000)
    expect(createFixedClock(330).fromWallClock(19_800_000)).toBe(0)
  })
})
